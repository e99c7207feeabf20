namespace Confab.Transport.Limits;

/// <summary>
/// A pair of token buckets. Who has used up a bucket is read from more slowly: nothing is lost, and the sender feels its own connection
/// fill up. A rate of 0 switches that bucket off.
/// </summary>
public sealed class FloodLimits
{
    /// <summary>Messages per second in the long run.</summary>
    public int MessagesPerSecond { get; set; }

    /// <summary>Messages that may come at once after a silence.</summary>
    public int MessageBurst { get; set; }

    /// <summary>Bytes per second in the long run.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>Bytes that may come at once after a silence.</summary>
    public int ByteBurst { get; set; }
}
