using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Says something to all operators of the server and to those who want to hear it; for operators.</summary>
public sealed record SayToOperators(string Text) : Request
{
    private const UserModes Hearing = UserModes.Wallops | UserModes.ServerOperator;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!asker.SignedOn.IsServerOperator)
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may speak to all operators.");
        }
        else if (state.CleanLine(Text, state.Options.Limits.MessageBytes) is not { } text)
        {
            decision.Refuse(RefusalCode.TextEmpty, "There is nothing to say. Write something.");
        }
        else
        {
            SessionId[] to = [.. state.Users.Where(user => (user.Modes & Hearing) != UserModes.None).SelectMany(user => user.Sessions)];
            decision.Happened(new OperatorsTold(to, asker.Participant, text));
            decision.Answer(Done.Instance);
        }
    }
}
