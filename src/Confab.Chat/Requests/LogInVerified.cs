namespace Confab.Chat.Requests;

/// <summary>Logs in whoever has proved to be the account's owner to a dialect; only for dialects that have checked the proof.</summary>
/// <param name="Account">The account's name.</param>
public sealed record LogInVerified(string Account) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.Accounts.Find(Account) is { } account)
        {
            LoginRules.Succeed(state, asker, account, decision);
        }
        else
        {
            LoginRules.Fail(decision);
        }
    }
}
