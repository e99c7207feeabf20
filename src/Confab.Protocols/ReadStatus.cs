namespace Confab.Protocols;

/// <summary>What a push-fed decoder found at the front of the bytes it was given.</summary>
public enum ReadStatus
{
    /// <summary>A whole message was read; there may be more in the rest of the input.</summary>
    Complete,

    /// <summary>The input is used up; a partial message, if there is one, is kept inside the decoder.</summary>
    NeedMore,

    /// <summary>The message passes the decoder's bound. Reported once for each over-long message.</summary>
    TooLong,
}
