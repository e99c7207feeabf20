using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>What the IRC doors are told, and who may run the server from there.</summary>
internal static class IrcSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("operators", new NamedSecrets(),
            "Who may become an operator of the server with OPER; nobody, until you name somebody. Administrators' accounts may, too.",
            options => options.Irc.Operators, (options, value) => options.Irc = options.Irc with { Operators = value }),
        Value("irc.networkName", new Words("a name of one line", text => text.Length is > 0 and <= 64 && !text.Any(char.IsControl)),
            "The name that IRC clients give their window for this server.",
            options => options.Irc.NetworkName, (options, value) => options.Irc = options.Irc with { NetworkName = value }),
        Value("irc.serverName", new Words("a name like a host's, such as chat.example.org", text => IsWord(text) && text.Contains('.', StringComparison.Ordinal)),
            "What stands before the server's own messages; clients tell it from a nickname by the dot.",
            options => options.Irc.ServerName, (options, value) => options.Irc = options.Irc with { ServerName = value }),
        Value("irc.motd", new Words("text, perhaps of several lines"),
            "The message of the day, which every IRC client shows on connecting; none.",
            options => string.Join('\n', options.Irc.Motd),
            (options, value) => options.Irc = options.Irc with { Motd = value.Length == 0 ? [] : value.ReplaceLineEndings("\n").Split('\n') }),
        Value("irc.password", new Secret(),
            "What everybody must give with PASS to come in over IRC; none.",
            options => options.Irc.Password ?? string.Empty, (options, value) => options.Irc = options.Irc with { Password = value.Length == 0 ? null : value }),
        Value("irc.caseMapping", new Choice<string>([("ascii", "ascii"), ("rfc1459", "rfc1459"), ("precis", "precis")]),
            "How IRC clients are told that names are compared; every client knows ascii. With rfc1459, []\\~ and {}|^ are the same at every door.",
            options => options.Irc.CaseMapping, (options, value) => options.Irc = options.Irc with { CaseMapping = value }),
        Value("irc.webircPassword", new Secret(),
            "What a gateway gives with WEBIRC to be believed where its clients are; none, because anybody could say so.",
            options => options.Irc.WebircPassword ?? string.Empty,
            (options, value) => options.Irc = options.Irc with { WebircPassword = value.Length == 0 ? null : value }),
        Value("irc.denyClientTags", new Words("a list as in CLIENTTAGDENY, such as *,-typing", text => !text.Contains(' ', StringComparison.Ordinal)),
            "Client-only message tags that are not passed on; none, because they cost little.",
            options => options.Irc.DenyClientTags, (options, value) => options.Irc = options.Irc with { DenyClientTags = value }),
        Value("irc.admin", new Words("text of up to three lines"),
            "What ADMIN answers: where the server is, who runs it, how to reach them; none.",
            options => string.Join('\n', options.Irc.Admin),
            (options, value) => options.Irc = options.Irc with { Admin = value.Length == 0 ? [] : value.ReplaceLineEndings("\n").Split('\n') }),
        Value("accounts.tokenKeys", new FilePath(),
            "The file of the public keys (a JWK set) of who may vouch for people by tokens (OAUTHBEARER); empty for nobody.",
            options => options.TokenKeys, (options, value) => options.TokenKeys = value),
        Value("accounts.tokenIssuer", new Words("the issuer as it stands in its tokens"),
            "Who must have issued a token; whatever the keys sign, where it is left out.",
            options => options.TokenIssuer, (options, value) => options.TokenIssuer = value),
        Value("accounts.tokenAudience", new Words("the audience as it stands in tokens"),
            "For whom a token must have been issued; a token for another service opens nothing here, unless this is left out.",
            options => options.TokenAudience, (options, value) => options.TokenAudience = value),
        Time("irc.pingInterval", TimeSpan.FromSeconds(5), TimeSpan.FromHours(1),
            "After so much silence an IRC client is asked whether it is there; under the two minutes after which many routers forget a connection.",
            options => options.Irc.PingInterval, (options, value) => options.Irc = options.Irc with { PingInterval = value }),
        Time("irc.pingTimeout", TimeSpan.FromSeconds(5), TimeSpan.FromHours(1),
            "How long it may take to answer; a phone that wakes up makes it.",
            options => options.Irc.PingTimeout, (options, value) => options.Irc = options.Irc with { PingTimeout = value }),
        Number("irc.historyOnJoin", 0, 1000, "messages",
            "What a client that cannot ask for history is shown of a channel on joining; enough to follow what is being said. At most limits.recentEntries.",
            options => options.Irc.HistoryOnJoin, (options, value) => options.Irc = options.Irc with { HistoryOnJoin = value }),
        Number("irc.historyPage", 1, 10_000, "messages",
            "Most messages that one CHATHISTORY returns; clients read the bound and page on. At most limits.lookupEntries.",
            options => options.Irc.HistoryPage, (options, value) => options.Irc = options.Irc with { HistoryPage = value }),
        Number("irc.monitorEntries", 1, 10_000, "nicknames",
            "Most nicknames that one session watches with MONITOR: a long list of friends.",
            options => options.Irc.MonitorEntries, (options, value) => options.Irc = options.Irc with { MonitorEntries = value }),
        Number("irc.stsPort", 0, ushort.MaxValue, "a TCP port; 0: off",
            "The TLS port to which IRC clients are told to come from now on (STS); off, because they remember it beyond a change of mind.",
            options => options.Irc.StsPort ?? 0, (options, value) => options.Irc = options.Irc with { StsPort = value == 0 ? null : value }),
        Time("irc.stsDuration", TimeSpan.Zero, TimeSpan.FromDays(3650),
            "For how long clients are to remember that.",
            options => options.Irc.StsDuration, (options, value) => options.Irc = options.Irc with { StsDuration = value }),
    ];

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => c is > ' ' and not (':' or ',' or '!' or '@' or '\x7f'));
}
