using System.Text;
using Confab.Server.Logging;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Tests.Hosting;

public sealed class LogOutputTests
{
    private readonly GateStream _output = new();

    private static readonly Action<ILogger, int, Exception?> _say = LoggerMessage.Define<int>(LogLevel.Information, 1, "line {Number}");
    private static readonly Action<ILogger, int, Exception?> _worry = LoggerMessage.Define<int>(LogLevel.Error, 2, "line {Number}");

    [Fact]
    public async Task Lines_come_whole_and_in_order()
    {
        using var log = new LogOutput(new PlainFormatter(), _output);
        var written = _output.WrittenUntilAsync("line 500\n");
        _output.Open();
        var category = log.CreateLogger("Test");

        for (var line = 1; line <= 500; line++)
        {
            (line % 100 == 0 ? _worry : _say)(category, line, null);
        }

        Assert.Equal(string.Concat(Enumerable.Range(1, 500).Select(line => $"line {line}\n")), await written);
    }

    [Fact]
    public async Task A_reader_that_stands_still_holds_nobody_up_and_is_told_what_it_missed()
    {
        using var log = new LogOutput(new PlainFormatter(), _output, mostWaiting: 20);
        var category = log.CreateLogger("Test");
        category.LogWarning("first");
        await _output.Began;

        for (var line = 1; line <= 10; line++)
        {
            _say(category, line, null);
        }

        var written = _output.WrittenUntilAsync("too slow.\n");
        _output.Open();
        Assert.Equal("first\nline 1\nline 2\nline 3\n7 lines of the log were left out here: what reads them is too slow.\n", await written);
    }

    [Fact]
    public void What_waits_at_the_end_is_written()
    {
        _output.Open();
        using (var log = new LogOutput(new PlainFormatter(), _output))
        {
            log.CreateLogger("Test").LogInformation("goodbye");
        }

        Assert.Equal("goodbye\n", Encoding.UTF8.GetString(_output.ToArray()));
    }
}
