using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Dialects.Irc.Showing;

namespace Confab.Dialects.Irc;

/// <summary>What the IRC doors of a server are told alike. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed record IrcOptions
{
    /// <summary>The network's name, as <c>RPL_ISUPPORT NETWORK</c> shows it.</summary>
    public string NetworkName { get; init; } = "Confab";

    /// <summary>The server's name, which stands before its own messages; it looks like a host name.</summary>
    public string ServerName { get; init; } = "confab.local";

    /// <summary>The message of the day, line by line; empty for none.</summary>
    public IReadOnlyList<string> Motd { get; init; } = [];

    /// <summary>What <c>PASS</c> must give; null where anybody may come.</summary>
    public string? Password { get; init; }

    /// <summary>Who may become an operator of the server with <c>OPER</c>: names, and passwords or stored verifiers.</summary>
    public IReadOnlyDictionary<string, string> Operators { get; init; } = new Dictionary<string, string>();

    /// <summary>What a gateway gives with <c>WEBIRC</c>; null where there is none.</summary>
    public string? WebircPassword { get; init; }

    /// <summary>Client-only tags that are not passed on, in the form of <c>CLIENTTAGDENY</c>; empty for none.</summary>
    public string DenyClientTags { get; init; } = "";

    /// <summary>How clients are told that names are compared: <c>ascii</c>, <c>rfc1459</c> or <c>precis</c>.</summary>
    public string CaseMapping { get; init; } = "ascii";

    /// <summary>When the server started, for <c>RPL_CREATED</c> and <c>STATS u</c>.</summary>
    public DateTimeOffset Started { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The lines of <c>ADMIN</c>: where the server is, who runs it, how to reach them.</summary>
    public IReadOnlyList<string> Admin { get; init; } = [];

    /// <summary>After so much silence a client is asked whether it is still there.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long it may take to answer.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many messages a client that cannot ask for history is shown when it joins a room.</summary>
    public int HistoryOnJoin { get; init; } = 20;

    /// <summary>Most messages that one request for history returns; as <c>RPL_ISUPPORT CHATHISTORY</c> tells.</summary>
    public int HistoryPage { get; init; } = 500;

    /// <summary>Most nicknames that one session watches; as <c>RPL_ISUPPORT MONITOR</c> tells.</summary>
    public int MonitorEntries { get; init; } = 100;

    /// <summary>The TLS port that strict transport security names; null for none.</summary>
    public int? StsPort { get; init; }

    /// <summary>For how long clients are to remember it.</summary>
    public TimeSpan StsDuration { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whose tokens log people in (OAUTHBEARER); null for nobody's.</summary>
    public TokenIssuer? Tokens { get; init; }

    /// <summary>
    /// What <c>REHASH</c> does: reads again what can change while the server runs. Called by the sequencer's thread, so it must return at once and do its
    /// work elsewhere. Null: there is nothing to read.
    /// </summary>
    public Action? Rehash { get; init; }

    /// <summary>How often each command was used.</summary>
    internal IrcUsage Usage { get; } = new();

    /// <summary>The forms of all IRC doors: who asked for the same capabilities is sent the same bytes.</summary>
    internal IrcForms Forms { get; } = new();

    /// <summary>What this server can do, line by line, by the bytes of the nicknames of those who are told: the same for all, and told to everybody who signs on.</summary>
    internal Dictionary<int, string[][]> Isupport { get; } = [];

    /// <summary>Who sits where, as NAMES tells it.</summary>
    internal NamesBook Names { get; } = new();
}
