using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Begins to log in by a proof that a dialect checks itself, such as SCRAM's: counts the try, and answers with what checks the proof. The
/// dialect ends it with <see cref="LogInVerified"/> where the proof is right, and with nothing where it is wrong.
/// </summary>
/// <param name="Account">The account's name.</param>
public sealed record BeginLogIn(string Account) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (LoginRules.TryBegin(state, asker, Account, decision))
        {
            decision.Answer(new LoginOffered(state.Accounts.Find(Account)?.Verifier ?? state.Decoy(Account, decision)));
        }
    }
}
