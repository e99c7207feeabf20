namespace Confab.Server.Control;

/// <summary>The server cannot be asked, or not any more. The message is a sentence for whoever asked.</summary>
public sealed class ControlLostException(string message, Exception? innerException = null) : Exception(message, innerException);
