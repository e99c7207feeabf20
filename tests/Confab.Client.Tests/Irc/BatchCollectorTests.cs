using System.Text;
using Confab.Client.Connections;
using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Tests.Irc;

public sealed class BatchCollectorTests
{
    private readonly BatchCollector _batches = new();

    [Fact]
    public void Lines_of_a_batch_come_together_when_it_ends_and_others_meanwhile()
    {
        Assert.Null(Take("@label=7 BATCH +a labeled-response"));
        Assert.Null(Take("@batch=a FIRST"));
        Assert.Equal(["ALONE"], Commands(Take("ALONE")));
        Assert.Null(Take("@batch=a SECOND"));

        var unit = Take("BATCH -a");

        Assert.Equal("7", unit!.Label);
        Assert.Equal(["FIRST", "SECOND"], Commands(unit));
    }

    [Fact]
    public void A_batch_within_a_batch_stays_where_it_was_and_is_known_as_history()
    {
        Assert.Null(Take("@label=7 BATCH +a labeled-response"));
        Assert.Null(Take("@batch=a FIRST"));
        Assert.Null(Take("@batch=a BATCH +b chathistory #tea"));
        Assert.Null(Take("@batch=b SECOND"));
        Assert.Null(Take("BATCH -b"));
        Assert.Null(Take("@batch=a THIRD"));

        var unit = Take("BATCH -a");

        Assert.Equal(["FIRST", "SECOND", "THIRD"], Commands(unit));
        Assert.Equal([false, true, false], unit!.Lines.Select(line => line.IsReplayed));
    }

    [Fact]
    public void An_acknowledgement_is_an_answer_without_lines()
    {
        var unit = Take("@label=7 :server ACK");

        Assert.Equal("7", unit!.Label);
        Assert.Empty(unit.Lines);
    }

    [Theory]
    [InlineData("BATCH")]
    [InlineData("BATCH +")]
    [InlineData("BATCH x")]
    [InlineData("@batch=unknown ALONE")]
    public void What_makes_no_sense_is_a_line_like_any_other(string line) => Assert.Single(Take(line)!.Lines);

    [Fact]
    public void The_end_of_a_batch_that_never_began_is_nothing() => Assert.Null(Take("BATCH -unknown"));

    [Fact]
    public void A_batch_that_never_ends_is_the_end()
    {
        Take("BATCH +a labeled-response");

        var fault = Assert.Throws<WireFaultException>(() =>
        {
            for (var i = 0; i <= 100_000; i++)
            {
                Take("@batch=a MORE");
            }
        });
        Assert.Contains("without ending its batches", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Commands(IrcUnit? unit) => unit!.Lines.Select(line => line.Message.Command);

    private IrcUnit? Take(string line)
    {
        Assert.Equal(IrcParseResult.Message, IrcMessage.TryParse(Encoding.UTF8.GetBytes(line), out var message));
        return _batches.Take(message!);
    }
}
