using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class PlainScreenTests : IDisposable
{
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Lines_come_out_with_a_line_feed_and_nothing_else()
    {
        await using var screen = new PlainScreen(TextReader.Null, _output);
        screen.SetPrompt("> ");
        screen.WriteLine("grüezi\tmitenand 😀");
        screen.WriteLine(new TextRun("alice", new TextColor(3)), ": hi");
        screen.WriteLine("");
        Assert.Equal("grüezi\tmitenand 😀\nalice: hi\n\n", _output.ToString());
        Assert.Equal(ColorDepth.None, screen.Colors);
    }

    [Fact]
    public async Task Control_characters_do_not_pass()
    {
        await using var screen = new PlainScreen(TextReader.Null, _output);
        screen.WriteLine("a\e[2Jb\ac\u009bd");
        Assert.Equal("a[2Jbcd\n", _output.ToString());
    }

    [Fact]
    public async Task Lines_are_read_until_the_input_ends()
    {
        await using var screen = new PlainScreen(new StringReader("one\r\ntwo\n\nfour"), _output);
        Assert.False(screen.InputEnded.IsCancellationRequested);
        Assert.Equal("one", await ReadAsync(screen));
        Assert.Equal("two", await ReadAsync(screen));
        Assert.Equal("", await ReadAsync(screen));
        Assert.Equal("four", await ReadAsync(screen));
        Assert.Null(await ReadAsync(screen));
        Assert.Null(await ReadAsync(screen));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task The_end_of_the_input_is_told_before_its_lines_are_read()
    {
        await using var screen = new PlainScreen(new StringReader("one\ntwo\n"), _output);
        var ended = new TaskCompletionSource();
        screen.InputEnded.Register(ended.SetResult);
        Assert.Equal("one", await ReadAsync(screen));
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("two", await ReadAsync(screen));
    }

    [Fact]
    public async Task Far_more_lines_than_are_read_ahead_all_arrive()
    {
        var lines = Enumerable.Range(0, 1000).Select(number => $"line {number}").ToList();
        await using var screen = new PlainScreen(new StringReader(string.Join('\n', lines)), _output);
        var read = new List<string>();
        while (await ReadAsync(screen) is { } line)
        {
            read.Add(line);
        }

        Assert.Equal(lines, read);
    }

    [Fact]
    public async Task A_reader_of_the_output_that_went_away_is_no_error()
    {
        await using var screen = new PlainScreen(TextReader.Null, new StreamWriter(new BrokenPipe()));
        screen.WriteLine("one");
        screen.WriteLine("two");
    }

    private static Task<string?> ReadAsync(PlainScreen screen) => screen.ReadLineAsync(TestContext.Current.CancellationToken);

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
