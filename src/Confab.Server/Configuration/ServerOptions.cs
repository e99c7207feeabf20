using Confab.Chat;
using Confab.Chat.Accounts;
using Confab.Chat.Names;
using Confab.Dialects;
using Confab.Dialects.Irc;
using Confab.Engine;
using Confab.Storage;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Confab.Transport.Tls;

namespace Confab.Server.Configuration;

/// <summary>Everything that can be set about a server, with its defaults. What each may be, and why, stands in the settings table.</summary>
public sealed class ServerOptions
{
    // Each encodes what it sends for itself, so more than a few cost more than they bring unless rooms are large.
    private const int MostLoopsUnasked = 4;

    private IReadOnlyList<ListenerOptions>? _listeners;

    /// <summary>The doors to open; where nobody names any, the default ones.</summary>
    public IReadOnlyList<ListenerOptions> Listeners
    {
        get => _listeners ?? ListenerOptions.Defaults(Tls.IsConfigured);
        set => _listeners = value;
    }

    /// <summary>Where the history is kept.</summary>
    public string DataDirectory { get; set; } = "./confab-data";

    /// <summary>History is kept in memory only, whatever <see cref="Durability"/> says.</summary>
    public bool Ephemeral { get; set; }

    /// <summary>What an acknowledged message survives.</summary>
    public Durability Durability { get; set; } = Durability.PowerLoss;

    /// <summary>True when the history outlives the process.</summary>
    public bool KeepsHistory => !Ephemeral && Durability != Durability.None;

    /// <summary>The room that always exists.</summary>
    public RoomName Room { get; set; } =
        RoomName.TryCreate("#lobby", out var lobby, out var problem) ? lobby : throw new InvalidOperationException(problem);

    /// <summary>The nickname under which the server itself speaks.</summary>
    public Nickname ServerName { get; set; } = Nickname.MakeValid("Server", Nickname.DefaultMaxLength, "Server");

    /// <summary>How long entries are kept.</summary>
    public RetentionPolicy Retention { get; set; } = RetentionPolicy.KeepAll;

    /// <summary>Whether the operator's console is there.</summary>
    public ConsoleMode Console { get; set; }

    /// <summary>Whether commands can look after the server while it runs.</summary>
    public bool Control { get; set; } = true;

    /// <summary>How the log on standard output is written.</summary>
    public LogFormat LogFormat { get; set; }

    /// <summary>What all doors are told alike; their own room and switches stand in <see cref="Listeners"/>.</summary>
    public DialectOptions Doors { get; set; }

    /// <summary>The bounds of the rules.</summary>
    public ChatLimits Chat { get; } = new();

    /// <summary>The rules of accounts.</summary>
    public AccountOptions Accounts { get; } = new();

    /// <summary>The bounds of the engine.</summary>
    public EngineOptions Engine { get; } = new();

    /// <summary>How many event loops serve plain connections on Linux, 0 for none; null: what suits this machine.</summary>
    public int? EventLoops { get; set; }

    /// <summary>The bounds of connections.</summary>
    public ConnectionLimits Connections { get; } = new();

    /// <summary>Certificates, and the bounds of TLS.</summary>
    public TlsOptions Tls { get; } = new();

    /// <summary>Who may speak for others.</summary>
    public ProxyOptions Proxies { get; } = new();

    /// <summary>What the web door allows.</summary>
    public WebOptions Web { get; } = new();

    /// <summary>What the IRC doors are told.</summary>
    public IrcOptions Irc { get; set; } = new();

    /// <summary>The file of the keys that tokens are signed with; empty for none.</summary>
    public string TokenKeys { get; set; } = "";

    /// <summary>Who must have issued a token; empty for anybody who has the keys.</summary>
    public string TokenIssuer { get; set; } = "";

    /// <summary>For whom a token must have been issued; empty for anybody.</summary>
    public string TokenAudience { get; set; } = "";

    public ServerOptions() => Doors = new DialectOptions(Room);

    /// <summary>How many event loops there are.</summary>
    internal int EventLoopCount => OperatingSystem.IsLinux() ? EventLoops ?? Math.Min(Environment.ProcessorCount, MostLoopsUnasked) : 0;

    /// <summary>The chat as it is before anything is restored.</summary>
    internal ChatState CreateChat() => new(new ChatOptions(Room, ServerName, Chat)
    {
        Accounts = Accounts,
        KeyComparer = Irc.CaseMapping == "rfc1459" ? Rfc1459Comparer.Instance : StringComparer.Ordinal,
    });

    /// <summary>What the dialect of a door is told.</summary>
    public DialectOptions DoorOptions(ListenerOptions listener, TimeProvider clock) => Doors with
    {
        Room = listener.Room ?? Room,
        MessageBytes = Chat.MessageBytes,
        Echo = listener.Echo ?? Doors.Echo,
        AnnounceLeaves = listener.AnnounceLeaves ?? Doors.AnnounceLeaves,
        TurnTimeout = listener.TurnTimeout ?? Doors.TurnTimeout,
        Clock = clock,
        Irc = Irc,
    };
}
