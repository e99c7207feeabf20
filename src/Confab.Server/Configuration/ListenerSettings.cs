using Confab.Chat.Names;
using Confab.Dialects;
using Confab.Server.Configuration.Values;

namespace Confab.Server.Configuration;

/// <summary>What can be set about one door.</summary>
internal static class ListenerSettings
{
    /// <summary>The name of the list in files, in the environment, and in messages.</summary>
    public const string Path = "listeners";

    public const string Reason =
        "The doors to open, in place of the default ones; a door that stands here and cannot open stops the start.";

    private static readonly DialectOptions _defaults = new ServerOptions().Doors;

    public static IReadOnlyList<Setting<ListenerOptions>> All { get; } =
    [
        Value("dialect", new Choice<string>([.. DialectCatalog.Names.Append(ListenerOptions.Web).Select(name => (name, name))]),
            "What the door speaks; web: IRC over WebSocket, at the path /irc. Must be given.",
            listener => listener.Dialect.Length == 0 ? null : listener.Dialect, (listener, value) => listener.Dialect = value!),
        Value("address", new Address(), "The address to listen on; this machine only, unless you say otherwise.",
            listener => listener.Address, (listener, value) => listener.Address = value!),
        new ValueSetting<ListenerOptions, long?>("port", new Given<long>(new WholeNumber(0, ushort.MaxValue, "0: a free one, chosen by the system")),
            "The TCP port; when it is left out, the port where the dialect has always been.",
            listener => listener.Port, (listener, value) => listener.Port = (int?)value),
        new ValueSetting<ListenerOptions, bool>("tls", new Switch(),
            "The door speaks TLS and nothing else, with the certificate of tls.certificate; off, because that must be somebody's.",
            listener => listener.Tls, (listener, value) => listener.Tls = value),
        new ValueSetting<ListenerOptions, bool>("proxy", new Switch(),
            "Only the proxies of proxies.trusted may connect, and they must begin with a PROXY header that says for whom; off, since most doors have none.",
            listener => listener.Proxy, (listener, value) => listener.Proxy = value),
        Value("room", new Room(), "The room that the door leads to; when it is left out, the server's.",
            listener => listener.Room, (listener, value) => listener.Room = value),
        new ValueSetting<ListenerOptions, bool?>("echo", new Given<bool>(new Switch()),
            "nul only: a member hears its own messages, as the historic server did; off, because its client shows them already.",
            listener => listener.Echo ?? _defaults.Echo, (listener, value) => listener.Echo = value),
        new ValueSetting<ListenerOptions, bool?>("announceLeaves", new Given<bool>(new Switch()),
            "nul only: the others are told when a member leaves; off, because the historic server did not.",
            listener => listener.AnnounceLeaves ?? _defaults.AnnounceLeaves, (listener, value) => listener.AnnounceLeaves = value),
        new ValueSetting<ListenerOptions, TimeSpan?>("turnTimeout",
            new Given<TimeSpan>(new Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1))),
            "operator only: how long a lock-step client waits for a reply before it gets a stopgap.",
            listener => listener.TurnTimeout ?? _defaults.TurnTimeout, (listener, value) => listener.TurnTimeout = value),
    ];

    /// <summary>The dialect that alone knows a setting; null for a setting of all.</summary>
    public static string? OnlyFor(string name) => name switch
    {
        "echo" or "announceLeaves" => "nul",
        "turnTimeout" => "operator",
        _ => null,
    };

    private static ValueSetting<ListenerOptions, T?> Value<T>(
        string name, ValueKind<T> kind, string reason, Func<ListenerOptions, T?> get, Action<ListenerOptions, T?> set)
        where T : class =>
        new(name, kind!, reason, get, set);
}
