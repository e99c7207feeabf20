namespace Confab.Engine.Delivery;

/// <summary>How a connection ends.</summary>
public enum CloseStyle : byte
{
    /// <summary>After everything was sent, in the ordinary way (FIN).</summary>
    Normal,

    /// <summary>
    /// After everything was sent and a short gap, with a reset: three of the historic clients spin at full speed on an ordinary end
    /// of the stream, and leave their loop only on an error.
    /// </summary>
    Reset,

    /// <summary>At once and without a word.</summary>
    Abort,
}
