namespace Confab.Engine.Delivery;

/// <summary>What a view writes to: the bytes for this session alone, and whether the connection ends after them.</summary>
public sealed class SessionWriter
{
    private TickBuffer? _buffer;

    internal SessionWriter()
    {
    }

    /// <summary>Takes the messages.</summary>
    public TickBuffer Buffer => _buffer ?? throw new InvalidOperationException("Nothing is to be written.");

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
    internal void Begin(TickBuffer buffer) => (_buffer, Closing) = (buffer, null);
}
