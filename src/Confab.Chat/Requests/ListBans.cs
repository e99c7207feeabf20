using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Lists the bans in force; for the server's operators.</summary>
public sealed record ListBans : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.SignedOn.IsServerOperator)
        {
            decision.Answer(new BansListed(state.Bans.InForce(decision.Now)));
        }
        else
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may see its bans.");
        }
    }
}
