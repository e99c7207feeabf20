using Confab.Cli.Benching.Doors;
using Confab.Client;

namespace Confab.Cli.Benching.Plan;

/// <summary>What a measurement does.</summary>
internal sealed record BenchPlan
{
    /// <summary>So many idle connections share a room: a room of all of them would cost the square of their number to enter.</summary>
    public const int IdleRoomSize = 100;

    public required ServerAddress Address { get; init; }

    /// <summary>What the members speak.</summary>
    public required BenchDoor Door { get; init; }

    public bool Tls { get; init; }

    public bool WebSocket { get; init; }

    /// <summary>How many hear, and are checked. The first ones are the senders.</summary>
    public int Members { get; init; } = 100;

    /// <summary>Member i sits in room i mod so many.</summary>
    public int Rooms { get; init; } = 1;

    public int Senders { get; init; } = 10;

    /// <summary>How many messages of one sender may be on their way.</summary>
    public int Window { get; init; } = 16;

    /// <summary>Messages per second of all senders together, sent when they are due whatever the server does; 0: as fast as the window allows.</summary>
    public int Rate { get; init; }

    /// <summary>The length of a message in bytes.</summary>
    public int Size { get; init; } = 100;

    /// <summary>How long is measured.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the senders speak before that.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so much time without a delivery those that are missing are lost.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Further connections that enter rooms of their own and stay silent.</summary>
    public int Idle { get; init; }

    /// <summary>Further members that never read.</summary>
    public int Slow { get; init; }

    /// <summary>The server's process, where its costs are to be read.</summary>
    public int? Pid { get; init; }

    /// <summary>How many connections may be on their way into their room.</summary>
    public int SignOnsAtOnce { get; init; } = 64;

    public int Connections => Members + Slow + Idle;

    /// <summary>How many of the members sit in a room.</summary>
    public int MembersIn(int room) => Share(Members, room);

    /// <summary>How many of the senders sit in a room.</summary>
    public int SendersIn(int room) => Share(Senders, room);

    private int Share(int all, int room) => (all + Rooms - 1 - room) / Rooms;
}
