using System.Net;
using Confab.Chat.Names;
using Confab.Dialects;

namespace Confab.Server.Configuration;

/// <summary>One door: what it speaks, and where.</summary>
public sealed class ListenerOptions
{
    /// <summary>The dialect's name.</summary>
    public string Dialect { get; set; } = "";

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The TCP port; 0 for a free one that the system chooses; null for the dialect's own.</summary>
    public int? Port { get; set; }

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
    public IPEndPoint EndPoint => new(Address, Port ?? DialectCatalog.DefaultPort(Dialect) ?? 0);

    /// <summary>The doors of a server that was told nothing about doors.</summary>
    public static IReadOnlyList<ListenerOptions> Defaults() =>
        DialectCatalog.DefaultDoors.Select(name => new ListenerOptions { Dialect = name, IsDefault = true }).ToArray();

    /// <summary>Such as <c>relay=127.0.0.1:12000</c>, as the flag <c>--listen</c> takes it.</summary>
    public override string ToString() => $"{Dialect}={EndPoint}";
}
