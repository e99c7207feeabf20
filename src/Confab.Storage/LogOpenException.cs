namespace Confab.Storage;

/// <summary>
/// The data directory cannot be used: locked by another server, written by a newer version, not writable, or no usable SQLite library.
/// The message is a sentence for the person who started the server; the directory was left untouched.
/// </summary>
public sealed class LogOpenException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>True where the only thing in the way is another server that uses the directory.</summary>
    public bool IsInUse { get; init; }
}
