using System.Net;

namespace Confab.Transport.Limits;

/// <summary>The bounds of connections. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class ConnectionLimits
{
    /// <summary>Most bytes that one read takes.</summary>
    public int ReadBytes { get; set; } = 16 * 1024;

    /// <summary>Most bytes that wait for one session that reads slowly.</summary>
    public int BacklogBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Most bytes that wait for all sessions together.</summary>
    public long BacklogBudgetBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>The time between two messages to a session without framing.</summary>
    public TimeSpan PacedGap { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>From so many waiting messages on, a session without framing gets ordinary ones without a gap.</summary>
    public int PacedBurst { get; set; } = 32;

    /// <summary>The time between a goodbye and the reset that follows it.</summary>
    public TimeSpan GoodbyeGap { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a closing connection may take to read what was sent before.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The same, when the server stops.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a session may take to give its nickname.</summary>
    public TimeSpan SignOnTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the first bytes of a session without framing are held back where they could still become the request of a browser, which
    /// must not be able to speak in a room.
    /// </summary>
    public TimeSpan FirstBytesTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a message that has begun may stay without its end.</summary>
    public TimeSpan PartialMessageTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Most sessions of the server.</summary>
    public int Sessions { get; set; } = 18_000;

    /// <summary>Most sessions from one address; 0 for no bound.</summary>
    public int SessionsPerAddress { get; set; } = 64;

    /// <summary>Addresses to which the per-address bounds and flood control do not apply.</summary>
    public IReadOnlyList<IPNetwork> ExemptAddresses { get; set; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Whether there is flood control at all.</summary>
    public bool FloodControl { get; set; } = true;

    /// <summary>Flood control of one session.</summary>
    public FloodLimits SessionFlood { get; set; } = new() { MessagesPerSecond = 10, MessageBurst = 100, BytesPerSecond = 64 * 1024, ByteBurst = 1024 * 1024 };

    /// <summary>Flood control of all sessions of one address.</summary>
    public FloodLimits AddressFlood { get; set; } = new() { MessagesPerSecond = 50, MessageBurst = 500, BytesPerSecond = 256 * 1024, ByteBurst = 4 * 1024 * 1024 };

    /// <summary>After so much silence the kernel asks whether the peer still lives.</summary>
    public TimeSpan KeepAliveTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Connections that wait to be accepted.</summary>
    public int AcceptBacklog { get; set; } = 4096;
}
