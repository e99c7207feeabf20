namespace Confab.Engine.Delivery;

/// <summary>What a view writes to: the bytes for this session alone, and whether the connection ends after them.</summary>
public sealed class SessionWriter
{
    internal SessionWriter(TickBuffer buffer) => Buffer = buffer;

    /// <summary>Takes the messages.</summary>
    public TickBuffer Buffer { get; }

    internal CloseStyle? Closing { get; private set; }

    /// <summary>Writes one message.</summary>
    public void Message(string text, bool alone = false)
    {
        Buffer.Write(text);
        Buffer.EndMessage(alone);
    }

    /// <summary>Ends the connection once all that was written is out.</summary>
    public void Close(CloseStyle style) => Closing ??= style;

    /// <summary>For the next session.</summary>
    internal void Begin() => Closing = null;
}
