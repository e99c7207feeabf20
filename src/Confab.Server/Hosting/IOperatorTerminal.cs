namespace Confab.Server.Hosting;

/// <summary>Where the operator sits: a terminal whose line being typed is never torn, or a pair of pipes.</summary>
public interface IOperatorTerminal : IAsyncDisposable
{
    /// <summary>True where somebody types: the end of such input is the wish to stop, while a pipe may end long before the server does.</summary>
    bool IsInteractive { get; }

    /// <summary>Shows a line. Safe from any thread; must not block, because the delivery loop calls it.</summary>
    void WriteLine(string line);

    /// <summary>The next line that was entered; null at the end of the input.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellation);
}
