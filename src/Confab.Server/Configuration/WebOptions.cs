namespace Confab.Server.Configuration;

/// <summary>What the web door allows. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class WebOptions
{
    /// <summary>What stands in <see cref="Origins"/> for every page.</summary>
    public const string AnyOrigin = "*";

    // A test of the door itself may have another behind it.
    internal string Dialect { get; set; } = "irc";

    /// <summary>The origins of pages that may connect; none: those that come from the address that they connect to.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <summary>Longest message from a client, in bytes.</summary>
    public int MessageBytes { get; set; } = 16 * 1024;

    /// <summary>After so much silence a client is asked whether it still lives.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to answer.</summary>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most connections that have not become a WebSocket.</summary>
    public int Connections { get; set; } = 1_000;

    /// <summary>How long a request's headers may take.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may stay between two requests.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of a request's headers.</summary>
    public int HeaderBytes { get; set; } = 16 * 1024;
}
