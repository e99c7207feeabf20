using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Lists accounts; for those who look after them.</summary>
/// <param name="Pattern">What their names must look like, with <c>*</c> and <c>?</c>; null for all.</param>
public sealed record ListAccounts(string? Pattern = null) : Request
{
    private const int Most = 100;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may list them.");
            return;
        }

        var pattern = string.IsNullOrEmpty(Pattern) ? Glob.Everything : Glob.Parse(Pattern);
        var fitting = state.Accounts.All.Where(account => pattern.Matches(account.Key)).ToArray();
        decision.Answer(new AccountsListed(fitting.Take(Most).ToArray(), fitting.Length));
    }
}
