using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Capabilities;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What this server can do, as tokens of RPL_ISUPPORT (Modern IRC, "RPL_ISUPPORT Parameters"; the rest by the specification of its name).</summary>
internal static class Isupport
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("ISUPPORT", 0, IrcState.Any, ["ISUPPORT", "Tells what this server can do, at any time (IRCv3 draft/extended-isupport)."], Say),
    ];

    public static void Say(IrcContext context)
    {
        if (context.Has(IrcCapabilities.ExtendedIsupport | IrcCapabilities.Batch))
        {
            context.InBatch("draft/isupport", [], () => SayLines(context));
        }
        else
        {
            SayLines(context);
        }
    }

    private static void SayLines(IrcContext context)
    {
        foreach (var line in Lines(context))
        {
            context.Reply(IrcNumerics.RplIsupport, line);
        }
    }

    // What a line holds depends on the client by the length of its nickname alone.
    private static string[][] Lines(IrcContext context)
    {
        ref var lines = ref CollectionsMarshal.GetValueRefOrAddDefault(context.Options.Isupport, Encoding.UTF8.GetByteCount(context.Client), out _);
        return lines ??=
        [
            .. IsupportWriter.Lines(Tokens(context), context.Options.ServerName, context.Client).Select(string[] (line) => [.. line, IsupportWriter.Text]),
        ];
    }

    private static IEnumerable<IsupportToken> Tokens(IrcContext context)
    {
        var options = context.Options;
        var limits = context.State.Options.Limits;
        yield return new IsupportToken("AWAYLEN", Number(limits.AwayBytes));
        yield return new IsupportToken("BOT", "B");
        yield return new IsupportToken("CASEMAPPING", options.CaseMapping);
        yield return new IsupportToken("CHANLIMIT", $"#:{Number(limits.RoomsPerSession)}");
        yield return new IsupportToken("CHANMODES", "Ibe,k,fl,CMRimnstu");
        yield return new IsupportToken("CHANNELLEN", Number(RoomName.MaxLength));
        yield return new IsupportToken("CHANTYPES", "#");
        yield return new IsupportToken("CHATHISTORY", Number(options.HistoryPage));
        if (options.DenyClientTags.Length > 0)
        {
            yield return new IsupportToken("CLIENTTAGDENY", options.DenyClientTags);
        }

        yield return new IsupportToken("ELIST", "CMNTU");
        yield return new IsupportToken("EXCEPTS", "e");
        yield return new IsupportToken("EXTBAN", ",am");
        yield return new IsupportToken("ACCOUNTEXTBAN", "a");
        yield return new IsupportToken("HOSTLEN", Number(ChangeHost.HostLength));
        yield return new IsupportToken("INVEX", "I");
        yield return new IsupportToken("KICKLEN", Number(limits.ReasonBytes));
        yield return new IsupportToken("MAXLIST", $"beI:{Number(limits.ListEntries)}");
        yield return new IsupportToken("MODES", "20");
        yield return new IsupportToken("MONITOR", Number(options.MonitorEntries));
        yield return new IsupportToken("MSGREFTYPES", "msgid,timestamp");
        yield return new IsupportToken("NAMELEN", Number(limits.RealNameBytes));
        yield return new IsupportToken("NETWORK", options.NetworkName);
        yield return new IsupportToken("NICKLEN", Number(limits.NicknameLength));
        yield return new IsupportToken("PREFIX", "(qaohv)~&@%+");
        yield return new IsupportToken("SAFELIST");
        yield return new IsupportToken("STATUSMSG", "~&@%+");
        yield return new IsupportToken("TARGMAX", "NAMES:1,LIST:1,KICK:,WHOIS:4,PRIVMSG:4,TAGMSG:4,NOTICE:4,JOIN:,PART:,MONITOR:");
        yield return new IsupportToken("TOPICLEN", Number(limits.TopicBytes));
        yield return new IsupportToken("USERLEN", Number(ChangeHost.UsernameLength));
        yield return new IsupportToken("UTF8ONLY");
        yield return new IsupportToken("WHOX");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
