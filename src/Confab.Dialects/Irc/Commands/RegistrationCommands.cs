using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Commands.Users;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>How a client comes and goes (Modern IRC, "Connection Setup").</summary>
internal static class RegistrationCommands
{
    private const int MaxUsernameLength = 20;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("PASS", 1, IrcState.Unregistered, ["PASS <password>", "Gives the password of the server, before NICK and USER."], Pass),
        new("NICK", 0, IrcState.Any, ["NICK <nickname>", "Takes a nickname, or another one."], Nick),
        new("USER", 4, IrcState.Unregistered, ["USER <username> 0 * :<real name>", "Says who you are, on connecting."], User),
        new("QUIT", 0, IrcState.Any, ["QUIT [:<reason>]", "Ends the session."], Quit),
    ];

    /// <summary>Completes the registration once everything that it needs has been said.</summary>
    public static void TryComplete(IrcContext context)
    {
        if (context.Conversation.Registration is not { IsNegotiating: false, Nickname: not null, Username: not null } said)
        {
            return;
        }

        if (context.Conversation.Sasl is not null)
        {
            context.Conversation.Sasl = null;
            context.Reply(IrcNumerics.ErrSaslAborted, "SASL authentication aborted");
        }

        if (context.Options.Password is { } password && password != said.Password)
        {
            context.Reply(IrcNumerics.ErrPasswdMismatch, "Password incorrect");
            context.Error("Password incorrect");
            return;
        }

        var signOn = new SignOn(said.Nickname, Presence.Announced, AcceptOther: false)
        {
            Username = said.Username,
            Host = context.Conversation.Host ?? context.Conversation.Origin.Address,
            RealName = said.RealName,
        };
        switch (context.Ask(signOn))
        {
            case SignedOnAs on:
                context.Conversation.Registered();
                AwayCommand.Begin(context, on, said.Away);
                Welcome.Say(context);
                foreach (var room in on.Rooms)
                {
                    RoomBurst.Say(context, room);
                    HistoryReplay.Add(context, room);
                }

                break;
            case Refused { Code: RefusalCode.BannedFromServer } refused:
                context.Reply(IrcNumerics.ErrYoureBannedCreep, refused.Text);
                context.Error(refused.Text);
                break;
            case Refused refused:
                var wanted = said.Nickname;
                said.Nickname = null;
                RefuseNickname(context, wanted, refused);
                break;
        }
    }

    private static void Pass(IrcContext context)
    {
        context.Registration.Password = context.Parameters[0];
    }

    private static void Nick(IrcContext context)
    {
        if (context.Message.Parameter(0) is not { Length: > 0 } wanted)
        {
            context.Reply(IrcNumerics.ErrNoNicknameGiven, "No nickname given");
            return;
        }

        if (context.Conversation.IsRegistered)
        {
            if (context.Ask(new Rename(wanted)) is Refused refused)
            {
                RefuseNickname(context, wanted, refused);
            }

            return;
        }

        if (!Nickname.TryCreate(wanted, context.State.Options.Limits.NicknameLength, out _, out var problem))
        {
            RefuseNickname(context, wanted, new Refused(RefusalCode.NicknameInvalid, problem));
            return;
        }

        // Whoever logs in first may be one more session of the one who bears it.
        if (!context.Registration.IsNegotiating && context.State.FindUser(wanted) is { } bearer
            && (bearer.Account is null || bearer.Account != context.State.AccountOf(context.Asker.Id)))
        {
            RefuseNickname(context, wanted, new Refused(RefusalCode.NicknameInUse, "Nickname is already in use"));
            return;
        }

        context.Registration.Nickname = wanted;
        TryComplete(context);
    }

    private static void User(IrcContext context)
    {
        var said = context.Registration;
        if (context.Parameters[0].Length == 0)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, "USER", "Not enough parameters");
            return;
        }

        said.Username = ReadUsername(context.Parameters[0]);
        said.RealName = context.Parameters[3];
        TryComplete(context);
    }

    private static void Quit(IrcContext context)
    {
        var reason = context.Message.Parameter(0);
        var client = context.Client;
        context.Ask(new SignOff(reason, ByWish: true));
        context.Error($"{client} ({(reason is { Length: > 0 } ? $"Quit: {reason}" : "Client quit")})");
    }

    private static void RefuseNickname(IrcContext context, string wanted, Refused refused)
    {
        var shown = wanted.Length == 0 || wanted.Contains(' ', StringComparison.Ordinal) ? "*" : wanted;
        if (refused.Code == RefusalCode.NicknameInvalid)
        {
            context.Reply(IrcNumerics.ErrErroneusNickname, shown, refused.Text);
        }
        else
        {
            context.Reply(IrcNumerics.ErrNicknameInUse, shown, refused.Text);
        }
    }

    // What stands in a source: no sign that ends one, and no control character.
    private static string ReadUsername(string given)
    {
        var kept = new string(given.Where(c => c is > ' ' and not ('!' or '@' or ':' or '*' or '?' or '\x7f') && !char.IsSurrogate(c)).Take(MaxUsernameLength).ToArray());
        return kept.Length == 0 ? "user" : kept;
    }
}
