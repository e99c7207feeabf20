namespace Confab.Dialects;

/// <summary>What a dialect makes of what it was given to read.</summary>
public enum Received
{
    /// <summary>Read on.</summary>
    Continue,

    /// <summary>This is no client of this dialect (a browser, say): close at once and without a word.</summary>
    Abort,
}
