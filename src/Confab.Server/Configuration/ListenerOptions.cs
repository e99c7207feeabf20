using System.Net;
using Confab.Chat.Names;
using Confab.Dialects;
using Confab.Transport.Doors;

namespace Confab.Server.Configuration;

/// <summary>One door: what it speaks, and where.</summary>
public sealed class ListenerOptions
{
    /// <summary>The name of the web door, which stands where others name their dialect.</summary>
    public const string Web = "web";

    /// <summary>The port of the web door.</summary>
    public const int WebPort = 8080;

    /// <summary>The dialect's name, or <see cref="Web"/>.</summary>
    public string Dialect { get; set; } = "";

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The TCP port; 0 for a free one that the system chooses; null for the dialect's own.</summary>
    public int? Port { get; set; }

    /// <summary>Whether it is spoken through TLS.</summary>
    public bool Tls { get; set; }

    /// <summary>Whether only trusted proxies connect, which say in a PROXY header whom they speak for.</summary>
    public bool Proxy { get; set; }

    /// <summary>The room that its sessions sit in; null for the server's.</summary>
    public RoomName? Room { get; set; }

    /// <summary><c>nul</c>: a member hears its own messages. Null: as <see cref="DialectOptions.Echo"/>.</summary>
    public bool? Echo { get; set; }

    /// <summary><c>nul</c>: the others are told when a member leaves. Null: as <see cref="DialectOptions.AnnounceLeaves"/>.</summary>
    public bool? AnnounceLeaves { get; set; }

    /// <summary><c>operator</c>: how long a lock-step client waits. Null: as <see cref="DialectOptions.TurnTimeout"/>.</summary>
    public TimeSpan? TurnTimeout { get; set; }

    /// <summary>True for a door that nobody asked for: the server starts without it where its port is taken.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Where to listen.</summary>
    public IPEndPoint EndPoint => new(Address, Port ?? OwnPort ?? 0);

    /// <summary>The port where such doors have always been; null where there is none, so that one must be given.</summary>
    public int? OwnPort => (Dialect, Tls) switch
    {
        (Web, false) => WebPort,
        (_, false) => DialectCatalog.DefaultPort(Dialect),
        _ => DialectCatalog.DefaultTlsPort(Dialect),
    };

    /// <summary>What the door is called, such as <c>relay</c> or <c>irc+tls</c>.</summary>
    public string Name => Tls ? Dialect + DoorPlan.TlsSuffix : Dialect;

    /// <summary>
    /// The doors of a server that was told nothing about doors: one for each dialect that has one, one behind TLS for those that have a port for it
    /// and a certificate to show, and the web door where its dialect is there.
    /// </summary>
    /// <param name="withTls">Whether there is a certificate.</param>
    public static IReadOnlyList<ListenerOptions> Defaults(bool withTls)
    {
        var doors = DialectCatalog.DefaultDoors.Select(name => new ListenerOptions { Dialect = name, IsDefault = true }).ToList();
        if (withTls)
        {
            var secured = DialectCatalog.DefaultDoors.Where(name => DialectCatalog.DefaultTlsPort(name) is not null);
            doors.AddRange(secured.Select(name => new ListenerOptions { Dialect = name, Tls = true, IsDefault = true }));
        }

        if (DialectCatalog.DefaultPort(new WebOptions().Dialect) is not null)
        {
            doors.Add(new ListenerOptions { Dialect = Web, IsDefault = true });
        }

        return doors;
    }

    /// <summary>Such as <c>relay=127.0.0.1:12000</c>, as the flag <c>--listen</c> takes it.</summary>
    public override string ToString() => $"{Name}={EndPoint}";
}
