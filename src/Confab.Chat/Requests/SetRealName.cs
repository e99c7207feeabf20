using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Gives another real name.</summary>
public sealed record SetRealName(string RealName) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        var bound = state.Options.Limits.RealNameBytes;
        if (!MessageText.TryCreate(RealName, bound, out var clean, out _) || string.IsNullOrWhiteSpace(clean.Value) || clean.Value.Contains('\n', StringComparison.Ordinal))
        {
            decision.Refuse(RefusalCode.RealNameInvalid, $"{state.Quote(RealName)} is no real name: it is one line of 1 to {bound} bytes of UTF-8.");
            return;
        }

        if (clean.Value != user.Participant.RealName)
        {
            user.Participant = user.Participant with { RealName = clean.Value };
            decision.Happened(new RealNameChanged(asker.Participant, ChatState.RoomsOf(user)) { Watchers = state.WatchersOf(user) });
        }

        decision.Answer(Done.Instance);
    }
}
