using Confab.Chat.Moderation;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Ends a ban; for the server's operators.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Target">Whom it means, as it was added.</param>
public sealed record RemoveBan(BanKind Kind, string Target) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!asker.SignedOn.IsServerOperator)
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may end a ban.");
        }
        else if (NetworkBan.TryCreate(Kind, Target, string.Empty, string.Empty, decision.Now, expires: null, out var like, out _)
            && state.Bans.Find(like.Key) is { } ban)
        {
            state.Remove(ban);
            decision.Answer(Done.Instance);
        }
        else
        {
            decision.Refuse(RefusalCode.NotFound, $"There is no ban of {state.Quote(Target)}. List them to see how it is written.");
        }
    }
}
