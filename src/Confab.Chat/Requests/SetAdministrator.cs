using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Makes somebody one of those who look after accounts, or ends that; for those who are it, and for the server's operators.</summary>
/// <param name="Account">Whom.</param>
/// <param name="On">True to make, false to end.</param>
public sealed record SetAdministrator(string Account, bool On) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may say who else does.");
        }
        else if (state.Accounts.Find(Account) is not { } account)
        {
            decision.Refuse(RefusalCode.AccountUnknown, $"There is no account {state.Quote(Account)}.");
        }
        else
        {
            var changed = account with { IsAdministrator = On };
            state.Save(changed);
            decision.Answer(new AccountSaved(changed));
        }
    }
}
