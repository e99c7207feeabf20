using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Replies;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>Registering an account (IRCv3 draft/account-registration), also before the connection is complete.</summary>
internal static class RegisterCommands
{
    private const string OwnNickname = "*";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("REGISTER", 3, IrcState.Any, ["REGISTER <account> <email or *> <password>", "Registers an account for your nickname; * stands for it."], Register),
        new("VERIFY", 2, IrcState.Any, ["VERIFY <account> <code>", "Completes a registration; here every registration is complete at once."], Verify),
    ];

    private static void Register(IrcContext context)
    {
        var (wanted, email, password) = (context.Parameters[0], context.Parameters[1], context.Parameters[2]);
        var nickname = context.Asker.User?.Nickname.Text ?? context.Conversation.Registration?.Nickname;
        if (nickname is null)
        {
            context.Fail("NEED_NICK", "*", "You must send a NICK before you register");
            return;
        }

        var account = wanted == OwnNickname ? nickname : wanted;
        if (context.State.AccountOf(context.Asker.Id) is { } current)
        {
            context.Fail("ALREADY_AUTHENTICATED", current, $"You are already logged in as {current}");
        }
        else if (!IsSame(context, account, nickname))
        {
            context.Fail("ACCOUNT_NAME_MUST_BE_NICK", account, $"Your account must have your nickname, {nickname}");
        }
        else
        {
            context.AskAndWait(
                new RegisterAccount(account, password, email is "*" or "" ? null : email), (later, reply) => Conclude(later, account, reply));
        }
    }

    private static bool IsSame(IrcContext context, string account, string nickname)
    {
        var maxLength = context.State.Options.Limits.NicknameLength;
        return account == nickname
            || (Nickname.TryCreate(account, maxLength, out var a, out _) && Nickname.TryCreate(nickname, maxLength, out var n, out _) && a == n);
    }

    private static void Conclude(IrcContext context, string account, Reply? reply)
    {
        switch (reply)
        {
            case LoggedIn logged:
                context.Add(new IrcLine(null, "REGISTER", "SUCCESS", logged.Account.Name.Text, "Account successfully registered") { EndsWithText = true });
                LoginNumerics.LoggedIn(context, logged.Account.Name.Text);
                break;
            case Refused refused:
                context.Fail(CodeOf(refused.Code), account, refused.Text);
                break;
        }
    }

    private static string CodeOf(RefusalCode code) => code switch
    {
        RefusalCode.AccountExists => "ACCOUNT_EXISTS",
        RefusalCode.AccountNameInvalid or RefusalCode.NicknameInvalid => "BAD_ACCOUNT_NAME",
        RefusalCode.NicknameMustMatch => "ACCOUNT_NAME_MUST_BE_NICK",
        RefusalCode.WeakPassword => "WEAK_PASSWORD",
        RefusalCode.EmailInvalid => "INVALID_EMAIL",
        RefusalCode.LoggedInAlready => "ALREADY_AUTHENTICATED",
        RefusalCode.RegistrationOff => "DISALLOWED",
        _ => "TEMPORARILY_UNAVAILABLE",
    };

    private static void Verify(IrcContext context)
    {
        if (context.State.AccountOf(context.Asker.Id) is { } current)
        {
            context.Fail("ALREADY_AUTHENTICATED", current, $"You are already logged in as {current}");
        }
        else
        {
            context.Fail("INVALID_CODE", context.Parameters[0], "There is nothing to verify: accounts are complete once they are registered");
        }
    }
}
