using System.Globalization;
using Confab.Chat.Accounts;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>What all ways of logging in have in common.</summary>
internal static class LoginRules
{
    private const int MostKeyLength = 256;

    /// <summary>Begins a try: refused where the account or the address has had too many.</summary>
    public static bool TryBegin(ChatState state, Asker asker, string account, Decision decision)
    {
        if (!MayLogIn(state, asker, account, decision))
        {
            return false;
        }

        if (state.Logins.TryBegin(KeyOf(account), asker.Origin.Address, decision.Now, out var wait))
        {
            return true;
        }

        decision.Refuse(RefusalCode.TooManyTries, $"Too many tries to log in. Try again in {Tell(wait)}.");
        return false;
    }

    /// <summary>Ends a try for whoever has proved to be the owner; an account that is suspended is told so only now.</summary>
    public static void Succeed(ChatState state, Asker asker, Account account, Decision decision)
    {
        state.Logins.Succeeded(account.Key);
        if (account.Suspended is { } reason)
        {
            decision.Refuse(RefusalCode.AccountSuspended, $"The account {account.Name.Text} is suspended: {reason}. Ask those who run the server.");
        }
        else if (MayLogIn(state, asker, account.Name.Text, decision))
        {
            state.SetAccount(asker.Id, account, decision);
            decision.Answer(new LoggedIn(account));
        }
    }

    /// <summary>One sentence for every failure, so that nobody learns which accounts there are.</summary>
    public static void Fail(Decision decision) =>
        decision.Refuse(RefusalCode.LoginFailed, "The account or the password is wrong. Check both.");

    /// <summary>The name under which tries are counted.</summary>
    public static string KeyOf(string account) =>
        Nickname.TryCreate(account, MostKeyLength, out var name, out _) ? name.Key
        : account.Length > MostKeyLength ? account[..MostKeyLength]
        : account;

    /// <summary>How long somebody must wait, in words.</summary>
    public static string Tell(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return minutes <= 1 ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
    }

    // Before it has a nickname a session may change its mind; afterwards others know it by its account.
    private static bool MayLogIn(ChatState state, Asker asker, string account, Decision decision)
    {
        if (asker.User?.IsOperator is true)
        {
            decision.Refuse(RefusalCode.Denied, "The operator's console needs no account.");
            return false;
        }

        if (asker.User?.Account is { } current && state.Accounts.Find(account)?.Name.Text != current)
        {
            decision.Refuse(RefusalCode.LoggedInAlready, $"You are logged in as {current} already. Log out first.");
            return false;
        }

        return true;
    }
}
