namespace Confab.Protocols.Sasl;

/// <summary>What one parameter of AUTHENTICATE did to a message that comes in chunks.</summary>
public enum SaslChunkResult
{
    /// <summary>The message is whole.</summary>
    Complete,

    /// <summary>It goes on: the chunk was full.</summary>
    NeedMore,

    /// <summary>The client aborts (<c>*</c>); the answer is 906.</summary>
    Aborted,

    /// <summary>A chunk of more than 400 bytes, or a message above the bound; the answer is 905.</summary>
    TooLong,

    /// <summary>It is not base64; the answer is 904.</summary>
    Invalid,
}
