using System.Globalization;
using System.Text;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Who somebody is (Modern IRC, WHOIS).</summary>
internal static class WhoisCommand
{
    /// <summary>How many nicknames one command may name, as <c>TARGMAX</c> tells; more are left out.</summary>
    public const int MaxTargets = 4;

    // What a line of rooms holds beside its front.
    private const int MaxRoomsBytes = 350;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("WHOIS", 0, IrcState.Registered, ["WHOIS [<server>] <nickname>{,<nickname>}", "Tells who somebody is."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var targets = context.Message.Parameter(context.Parameters.Count > 1 ? 1 : 0);
        if (string.IsNullOrEmpty(targets))
        {
            context.Reply(IrcNumerics.ErrNoNicknameGiven, "No nickname given");
            return;
        }

        if (context.Parameters.Count > 1 && !ServerTarget.IsHere(context, 0))
        {
            return;
        }

        foreach (var target in targets.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MaxTargets))
        {
            Show(context, target);
        }

        context.Reply(IrcNumerics.RplEndOfWhois, Word(targets), "End of /WHOIS list");
    }

    private static void Show(IrcContext context, string target)
    {
        if (Shown.Find(context, target) is { } user)
        {
            ShowUser(context, user);
        }
        else if (context.State.Services.Find(target) is { } service)
        {
            ShowProfile(context, service.Participant);
            context.Reply(IrcNumerics.RplWhoisServer, service.Participant.Nickname.Text, context.Options.ServerName, context.Options.NetworkName);
            context.Reply(IrcNumerics.RplWhoisSpecial, service.Participant.Nickname.Text, "is a service of this server");
        }
        else
        {
            context.Reply(IrcNumerics.ErrNoSuchNick, Word(target), "No such nick/channel");
        }
    }

    private static void ShowUser(IrcContext context, User user)
    {
        var nickname = user.Nickname.Text;
        ShowProfile(context, user.Participant);
        ShowRooms(context, user);
        context.Reply(IrcNumerics.RplWhoisServer, nickname, context.Options.ServerName, context.Options.NetworkName);
        if (user.IsServerOperator)
        {
            context.Reply(IrcNumerics.RplWhoisOperator, nickname, "is an IRC operator");
        }

        if (user.Account is { } account)
        {
            context.Reply(IrcNumerics.RplWhoisAccount, nickname, account, "is logged in as");
            if (context.State.Accounts.Find(account)?.Nicknames.Contains(user.Nickname) is true)
            {
                context.Reply(IrcNumerics.RplWhoisRegNick, nickname, "has identified for this nick");
            }
        }

        if (user.Modes.HasFlag(UserModes.Bot))
        {
            context.Reply(IrcNumerics.RplWhoisBot, nickname, $"is a Bot on {context.Options.NetworkName}");
        }

        if (Shown.IsOpen(context, user))
        {
            ShowPrivate(context, user);
        }

        if (user.Participant.Origin.IsSecure)
        {
            context.Reply(IrcNumerics.RplWhoisSecure, nickname, "is using a secure connection");
        }

        context.Reply(
            IrcNumerics.RplWhoisIdle,
            nickname,
            Shown.IdleSeconds(context, user).ToString(CultureInfo.InvariantCulture),
            user.SignedOnAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "seconds idle, signon time");
        if (user.Away is { } away)
        {
            context.Reply(IrcNumerics.RplAway, nickname, away);
        }
    }

    private static void ShowProfile(IrcContext context, Participant who) =>
        context.Reply(IrcNumerics.RplWhoisUser, who.Nickname.Text, who.Username, HostText.Of(who.Host), "*", who.RealName);

    // What is nobody else's business: where somebody comes from, by what it proved who it is, what it is set to.
    private static void ShowPrivate(IrcContext context, User user)
    {
        var (nickname, origin) = (user.Nickname.Text, user.Participant.Origin);
        var address = HostText.Of(origin.Address);
        if (origin.Address.Length > 0)
        {
            context.Reply(IrcNumerics.RplWhoisActually, nickname, $"{user.Participant.Username}@{origin.Address}", address, "Is actually using host");
            context.Reply(IrcNumerics.RplWhoisHost, nickname, $"is connecting from *@{origin.Address} {origin.Address}");
        }

        context.Reply(IrcNumerics.RplWhoisModes, nickname, $"is using modes {UserModeLetters.Of(user.Modes)}");
        if (origin.CertificateFingerprint is { } fingerprint)
        {
            context.Reply(IrcNumerics.RplWhoisCertFp, nickname, $"has client certificate fingerprint {fingerprint}");
        }
    }

    private static void ShowRooms(IrcContext context, User user)
    {
        var line = new StringBuilder();
        var bytes = 0;
        foreach (var (room, rank) in Shown.RoomsOf(context, user))
        {
            var entry = NamesCommand.Signs(context, rank) + room.Name.Text;
            var length = Encoding.UTF8.GetByteCount(entry) + 1;
            if (bytes > 0 && bytes + length > MaxRoomsBytes)
            {
                context.Reply(IrcNumerics.RplWhoisChannels, user.Nickname.Text, line.ToString());
                line.Clear();
                bytes = 0;
            }

            line.Append(bytes > 0 ? " " : string.Empty).Append(entry);
            bytes += length;
        }

        if (bytes > 0)
        {
            context.Reply(IrcNumerics.RplWhoisChannels, user.Nickname.Text, line.ToString());
        }
    }

    // As it was asked, as far as that can stand before another parameter.
    private static string Word(string text) => text.Contains(' ', StringComparison.Ordinal) || text.StartsWith(':') ? "*" : text;
}
