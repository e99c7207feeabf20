using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class PromptedScreenInputTests : IDisposable
{
    private readonly FakeTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Each_line_of_a_paste_is_entered()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var first = ReadAsync(screen);
        await _terminal.PressAsync("one\ntwo\n\nthree 😀\nhalf");
        Assert.Equal("one", await first);
        Assert.Equal("two", await ReadAsync(screen));
        Assert.Equal("", await ReadAsync(screen));
        Assert.Equal("three 😀", await ReadAsync(screen));
        var last = ReadAsync(screen);
        Assert.False(last.IsCompleted);
        await _terminal.PressAsync("-done\n");
        Assert.Equal("half-done", await last);
    }

    [Fact]
    public async Task Keys_are_shown_while_nobody_waits_for_a_line()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var first = ReadAsync(screen);
        await _terminal.PressAsync("one\n");
        await first;
        await _terminal.PressAsync("two");
        Assert.Equal("> one\n> two│", _terminal.Picture);
    }

    [Fact]
    public async Task Control_C_ends_the_input_and_takes_the_prompt_away()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var line = ReadAsync(screen);
        screen.WriteLine("alice: hi");
        _terminal.Press("half a line", Keys.Ctrl('c'), "more");
        Assert.Null(await line);
        Assert.Null(await ReadAsync(screen));
        Assert.True(screen.InputEnded.IsCancellationRequested);
        Assert.True(_terminal.InputIsOver);
        screen.WriteLine("goodbye");
        Assert.Equal("alice: hi\ngoodbye\n│", _terminal.Picture);
    }

    [Fact]
    public async Task Lines_entered_before_the_end_are_still_read()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var ended = new TaskCompletionSource();
        screen.InputEnded.Register(ended.SetResult);
        var first = ReadAsync(screen);
        _terminal.Press("one\ntwo\n", Keys.Ctrl('d'));
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("one", await first);
        Assert.Equal("two", await ReadAsync(screen));
        Assert.Null(await ReadAsync(screen));
    }

    [Fact]
    public async Task A_terminal_taken_away_is_the_end_of_the_input()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var line = ReadAsync(screen);
        _terminal.HangUp();
        Assert.Null(await line);
        Assert.True(screen.InputEnded.IsCancellationRequested);
    }

    [Fact]
    public async Task Giving_up_waiting_loses_no_line()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions());
        using var impatience = new CancellationTokenSource();
        var line = screen.ReadLineAsync(impatience.Token);
        await _terminal.PressAsync("hal");
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line);
        await _terminal.PressAsync("lo\n");
        Assert.Equal("hallo", await ReadAsync(screen));
    }

    [Fact]
    public async Task A_disposed_screen_leaves_an_empty_row_and_gives_the_terminal_back()
    {
        var screen = new PromptedScreen(_terminal, new ScreenOptions());
        var line = ReadAsync(screen);
        await _terminal.PressAsync("half");
        screen.WriteLine("alice: hi");
        await screen.DisposeAsync();
        Assert.Null(await line);
        Assert.True(_terminal.IsDisposed);
        Assert.Equal("alice: hi\n│", _terminal.Picture);
    }

    [Fact]
    public async Task A_completion_that_throws_is_heard_of()
    {
        var options = new ScreenOptions { Completion = (_, _) => throw new InvalidOperationException("no members") };
        await using var screen = new PromptedScreen(_terminal, options);
        var line = ReadAsync(screen);
        _terminal.Press("a", Keys.Tab);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => line);
        Assert.Equal("no members", failure.Message);
    }

    [Fact]
    public async Task Tab_completes_in_the_row()
    {
        await using var screen = new PromptedScreen(_terminal, new ScreenOptions { Completion = new NicknameCompletion(() => ["alice"]).Complete });
        _ = ReadAsync(screen);
        await _terminal.PressAsync("al", Keys.Tab, "hi");
        Assert.Equal("> alice: hi│", _terminal.Picture);
    }

    private static Task<string?> ReadAsync(PromptedScreen screen) => screen.ReadLineAsync(TestContext.Current.CancellationToken);
}
