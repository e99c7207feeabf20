using Confab.Protocols.Control;

namespace Confab.Server.Control;

/// <summary>A server that can be looked after by commands, whether it runs in another process or in none.</summary>
public interface IControl : IAsyncDisposable
{
    /// <summary>Asks, and completes with the answer; what was done is then stored. One question at a time.</summary>
    /// <exception cref="ControlLostException">The server went away before it answered.</exception>
    Task<ControlReply> AskAsync(ControlCommand command);
}
