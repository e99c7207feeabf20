using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Who bore a nickname before (Modern IRC, WHOWAS).</summary>
internal static class WhowasCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("WHOWAS", 0, IrcState.Registered, ["WHOWAS <nickname> [<count>]", "Tells who bore a nickname that they do not bear any more, the newest first."], Run),
    ];

    private static void Run(IrcContext context)
    {
        if (context.Message.Parameter(0) is not { Length: > 0 } nickname)
        {
            context.Reply(IrcNumerics.ErrNoNicknameGiven, "No nickname given");
            return;
        }

        // A count that is not positive asks for all.
        var count = int.TryParse(context.Message.Parameter(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) && given > 0
            ? given
            : int.MaxValue;
        var shown = nickname.Contains(' ', StringComparison.Ordinal) || nickname.StartsWith(':') ? "*" : nickname;
        var past = Find(context, nickname).Take(count).ToArray();
        if (past.Length == 0)
        {
            context.Reply(IrcNumerics.ErrWasNoSuchNick, shown, "There was no such nickname");
        }

        foreach (var one in past)
        {
            Show(context, one);
        }

        context.Reply(IrcNumerics.RplEndOfWhowas, shown, "End of WHOWAS");
    }

    private static IEnumerable<PastUser> Find(IrcContext context, string nickname) =>
        Nickname.TryCreate(nickname, context.State.Options.Limits.NicknameLength, out var valid, out _) ? context.State.Past.Of(valid.Key) : [];

    private static void Show(IrcContext context, PastUser past)
    {
        var who = past.Who;
        context.Reply(IrcNumerics.RplWhowasUser, who.Nickname.Text, who.Username, HostText.Of(who.Host), "*", who.RealName);
        if (who.Account is { } account)
        {
            context.Reply(IrcNumerics.RplWhoisAccount, who.Nickname.Text, account, "was logged in as");
        }

        if (context.Asker.SignedOn.IsServerOperator && who.Origin.Address.Length > 0)
        {
            context.Reply(IrcNumerics.RplWhoisActually, who.Nickname.Text, HostText.Of(who.Origin.Address), "was actually using host");
        }

        context.Reply(IrcNumerics.RplWhoisServer, who.Nickname.Text, context.Options.ServerName, ServerClock.Write(past.Until));
    }
}
