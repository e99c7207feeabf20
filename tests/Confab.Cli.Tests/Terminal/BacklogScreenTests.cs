using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class BacklogScreenTests : IDisposable
{
    private readonly FakeTerminal _terminal = new(columns: 80);

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Lines_come_out_in_order_and_all_before_the_end()
    {
        var screen = Open();
        for (var number = 0; number < 300; number++)
        {
            screen.WriteLine(new TextRun("line "), $"{number}");
        }

        await screen.DisposeAsync();
        Assert.Equal(string.Concat(Enumerable.Range(0, 300).Select(number => $"line {number}\n")) + "│", _terminal.Picture);
    }

    [Fact]
    public async Task A_terminal_that_stands_still_stops_nobody_and_hears_how_much_it_missed()
    {
        var screen = Open(capacity: 10);
        _terminal.StandStill();
        screen.WriteLine("first");
        await _terminal.SomebodyWaits;
        for (var number = 0; number < 25; number++)
        {
            screen.WriteLine($"line {number}");
        }

        _terminal.GoOn();
        await screen.DisposeAsync();
        var shown = string.Concat(Enumerable.Range(0, 10).Select(number => $"line {number}\n"));
        Assert.Equal($"first\n{shown}(15 lines not shown: the terminal took them too slowly)\n│", _terminal.Picture);
    }

    [Fact]
    public async Task The_end_does_not_wait_for_ever()
    {
        var screen = Open(patient: false);
        _terminal.StandStill();
        screen.WriteLine("first");
        await _terminal.SomebodyWaits;
        await screen.DisposeAsync();
        Assert.Equal("│", _terminal.Picture);
        _terminal.GoOn();
    }

    [Fact]
    public async Task The_prompt_changes_and_lines_are_read_as_without_it()
    {
        var screen = Open();
        var line = screen.ReadLineAsync(TestContext.Current.CancellationToken);
        await _terminal.PressAsync("hi\n");
        Assert.Equal("hi", await line);
        screen.SetPrompt("#tea> ");
        await screen.DisposeAsync();
        Assert.Contains(_terminal.Frames, frame => frame.Contains("#tea> ", StringComparison.Ordinal));
        Assert.True(screen.InputEnded.IsCancellationRequested);
        Assert.Null(await screen.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private BacklogScreen Open(int capacity = 1000, bool patient = true) =>
        new(new PromptedScreen(_terminal, new ScreenOptions()), new Patience(patient), capacity);

    /// <summary>Time limits are over at once, or never.</summary>
    private sealed class Patience(bool endless) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, endless ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
