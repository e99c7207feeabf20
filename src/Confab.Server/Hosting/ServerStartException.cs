namespace Confab.Server.Hosting;

/// <summary>The server cannot start, and nothing of it is left running. The message is a sentence for the person who started it.</summary>
public sealed class ServerStartException(string message, Exception? innerException = null) : Exception(message, innerException);
