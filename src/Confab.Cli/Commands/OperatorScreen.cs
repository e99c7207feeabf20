using Confab.Cli.Terminal;
using Confab.Server.Hosting;

namespace Confab.Cli.Commands;

/// <summary>The operator's console on the screen of this process: the line being typed is never torn, and showing never waits.</summary>
internal sealed class OperatorScreen : IOperatorTerminal
{
    private readonly BacklogScreen _screen;

    private OperatorScreen(IScreen screen, bool isInteractive)
    {
        _screen = new BacklogScreen(screen, TimeProvider.System);
        IsInteractive = isInteractive;
    }

    public bool IsInteractive { get; }

    public static OperatorScreen Open()
    {
        var screen = SystemScreen.Open(new ScreenOptions());
        return new OperatorScreen(screen, isInteractive: screen is PromptedScreen);
    }

    // One event is one line here: nobody may begin a second one in it.
    public void WriteLine(string line) => _screen.WriteLine(line.Replace('\n', ' '));

    public Task<string?> ReadLineAsync(CancellationToken cancellation) => _screen.ReadLineAsync(cancellation);

    public ValueTask DisposeAsync() => _screen.DisposeAsync();
}
