using Confab.Engine.Delivery;

namespace Confab.Transport.Connections;

/// <summary>
/// A protocol between the pipe and the dialect, such as WebSocket. It takes its own words out of what comes, and says how what goes is framed, so that
/// the pipe below needs to know nothing of it. One for each session.
/// </summary>
public abstract class SessionLayer
{
    /// <summary>What messages go out in. It may change until the session hears its first room; asked from any thread.</summary>
    internal abstract Framing Framing { get; }

    /// <summary>The last bytes of the outgoing direction. The peer ends the connection when it has them.</summary>
    internal abstract ReadOnlyMemory<byte> Farewell { get; }

    /// <summary>True while a message has begun and not ended.</summary>
    internal abstract bool HoldsPartial { get; }

    /// <summary>Takes what one read returned, and hands on what is in it. Called by one at a time.</summary>
    /// <param name="read">The bytes, which the layer may overwrite.</param>
    /// <param name="session">Takes the messages.</param>
    /// <param name="messages">How many messages of the dialect and words of the layer there were.</param>
    /// <returns>False when nothing more is to be read.</returns>
    internal abstract bool Receive(Span<byte> read, LiveSession session, out long messages);

    /// <summary>Called about once a second, by any thread.</summary>
    internal abstract void Watch(LiveSession session);
}
