using Confab.Chat.Accounts;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Chooses something for the account that the session is logged in to.</summary>
/// <param name="Option">What.</param>
/// <param name="Value">What it shall be, in words; empty for the default.</param>
public sealed record SetAccountOption(AccountOption Option, string Value) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.Accounts.Find(asker.SignedOn.Account) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, "You are not logged in. Log in to the account that you want to change.");
            return;
        }

        if (Change(state, account, decision) is not { } changed)
        {
            return;
        }

        state.Save(changed);
        foreach (var user in state.UsersOf(changed))
        {
            state.KeepPresence(user);
            if (user.Sessions.Count == 0 && !state.IsAlwaysOn(user))
            {
                state.End(user, user.Participant, reason: null, decision);
            }
        }

        decision.Answer(new AccountSaved(changed));
    }

    private Account? Change(ChatState state, Account account, Decision decision)
    {
        switch (Option)
        {
            case AccountOption.AlwaysOn when state.Options.Accounts.AlwaysOn != AlwaysOnPolicy.Optional:
                decision.Refuse(RefusalCode.Denied, "Whether users stay present without a session is the same for everybody here.");
                return null;
            case AccountOption.AlwaysOn when TryReadSwitch(state, decision, out var alwaysOn):
                return account with { AlwaysOn = alwaysOn };
            case AccountOption.Enforce when TryReadSwitch(state, decision, out var enforce):
                return account with { Enforce = enforce };
            case AccountOption.Email when Value.Length == 0:
                return account with { Email = null };
            case AccountOption.Email when RegisterAccount.IsEmail(Value):
                return account with { Email = Value };
            case AccountOption.Email:
                decision.Refuse(RefusalCode.EmailInvalid, "That is no e-mail address. Give one such as name@example.org, or none.");
                return null;
            default:
                return null;
        }
    }

    private bool TryReadSwitch(ChatState state, Decision decision, out bool? value)
    {
        value = Value.ToUpperInvariant() switch
        {
            "ON" or "TRUE" or "YES" => true,
            "OFF" or "FALSE" or "NO" => false,
            _ => null,
        };
        if (value is null && Value.Length > 0 && !Value.Equals("default", StringComparison.OrdinalIgnoreCase))
        {
            decision.Refuse(RefusalCode.MalformedInput, $"{state.Quote(Value)} is neither on nor off. Say one of them, or default.");
            return false;
        }

        return true;
    }
}
