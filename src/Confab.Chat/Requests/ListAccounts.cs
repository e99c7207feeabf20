using Confab.Chat.Accounts;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Lists accounts; for those who look after them.</summary>
/// <param name="Pattern">What their names must look like, with <c>*</c> and <c>?</c>; null for all.</param>
/// <param name="After">The name of the last account that the asker has, to be told those behind it; null for the first.</param>
public sealed record ListAccounts(string? Pattern = null, string? After = null) : Request
{
    private const int Most = 100;
    private const int AnyLength = 256;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may list them.");
            return;
        }

        var pattern = string.IsNullOrEmpty(Pattern) ? Glob.Everything : Glob.Parse(Pattern);
        var fitting = state.Accounts.All.Where(account => pattern.Matches(account.Key)).ToArray();
        decision.Answer(new AccountsListed(fitting.Where(IsBehind).Take(Most).ToArray(), fitting.Length));
    }

    // What is no name sorts as it is, so that a page never begins again from the front.
    private bool IsBehind(Account account) => After is null
        || string.CompareOrdinal(account.Key, Nickname.TryCreate(After, AnyLength, out var last, out _) ? last.Key : After) > 0;
}
