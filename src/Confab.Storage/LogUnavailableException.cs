namespace Confab.Storage;

/// <summary>
/// The log could not take a batch (full disk, failing device): nothing of the batch was kept, reading goes on, and the next
/// attempt may succeed. The message is a sentence for the person whose message was refused.
/// </summary>
public sealed class LogUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
