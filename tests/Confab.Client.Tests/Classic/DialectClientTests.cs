using System.Buffers;
using System.Text;
using Confab.Client.Classic;

namespace Confab.Client.Tests.Classic;

public sealed class DialectClientTests
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly List<string> _shown = [];

    private string Sent => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Theory]
    [InlineData("relay", "Hi!\n")]
    [InlineData("console", "Hi!\n")]
    [InlineData("operator", "Hi!\n")]
    [InlineData("text", "Hi!\n")]
    [InlineData("nul", "Hi!\0")]
    [InlineData("alias", "tom: Hi!\n")]
    public void A_line_is_sent_as_the_dialect_has_it(string dialect, string expected)
    {
        Assert.True(DialectClient.Create(dialect, "tom").Type("Hi!", _output));
        Assert.Equal(expected, Sent);
    }

    [Theory]
    [InlineData("relay", "exit", "exit\n")]
    [InlineData("console", "exit", "Goodbye!\n")]
    [InlineData("operator", "bye", "")]
    [InlineData("text", "/quit", "/quit\n")]
    [InlineData("nul", "q", "q\0")]
    [InlineData("alias", "/quit", "tom: /quit\n")]
    public void The_word_to_leave_is_the_dialects_own(string dialect, string word, string expected)
    {
        var client = DialectClient.Create(dialect, "tom");

        Assert.Equal(word, client.QuitWord);
        Assert.False(client.Type(word, _output));
        Assert.Equal(expected, Sent);
    }

    [Theory]
    [InlineData("console", "goodbye!", "Goodbye!\n")]
    [InlineData("text", "/quit good night", "/quit good night\n")]
    [InlineData("alias", "/QUIT ", "tom: /quit\n")]
    public void A_goodbye_that_the_server_understands_is_one_for_the_client_too(string dialect, string line, string expected)
    {
        var client = DialectClient.Create(dialect, "tom");

        Assert.True(client.IsGoodbye(line));
        Assert.False(client.Type(line, _output));
        Assert.Equal(expected, Sent);
    }

    [Theory]
    [InlineData("relay", "Exit")]
    [InlineData("console", "Goodbye! All")]
    [InlineData("text", "/quitter")]
    [InlineData("nul", "quit")]
    public void What_only_looks_like_a_goodbye_is_a_message(string dialect, string line)
    {
        Assert.True(DialectClient.Create(dialect, "tom").Type(line, _output));
        Assert.StartsWith(line, Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("operator")]
    [InlineData("text")]
    [InlineData("nul")]
    [InlineData("alias")]
    public void An_empty_line_is_no_message(string dialect)
    {
        Assert.True(DialectClient.Create(dialect, "tom").Type("", _output));
        Assert.Equal("", Sent);
    }

    [Theory]
    [InlineData("relay", "")]
    [InlineData("console", "")]
    [InlineData("operator", "\n")]
    [InlineData("text", "tom\n")]
    [InlineData("nul", "")]
    [InlineData("alias", "")]
    public void Only_some_dialects_speak_first(string dialect, string expected)
    {
        DialectClient.Create(dialect, "tom").Open(_output);
        Assert.Equal(expected, Sent);
    }

    [Fact]
    public void A_read_without_an_end_is_a_message_after_a_short_silence()
    {
        var client = DialectClient.Create("console", "");
        Read(client, "Welcome to this chat room! Type exit to leave.");
        Assert.Empty(_shown);
        Assert.True(client.HoldsText);

        client.Settle(_shown, _output);

        Assert.Equal(["Welcome to this chat room! Type exit to leave."], _shown);
        Assert.False(client.HoldsText);
    }

    [Fact]
    public void Lines_that_come_in_pieces_are_put_together()
    {
        var client = DialectClient.Create("console", "");
        foreach (var one in Encoding.UTF8.GetBytes("<Server> größer\n<tom> hi\n"))
        {
            client.Read([one], _shown, _output);
        }

        Assert.Equal(["<Server> größer", "<tom> hi"], _shown);
        Assert.False(client.HoldsText);
    }

    [Fact]
    public void Relay_shows_each_message_behind_an_empty_line()
    {
        var client = DialectClient.Create("relay", "");
        Read(client, "54358:Hi!\n54359:exit\n");

        Assert.Equal("Connected to chat server. Type 'exit' to leave.", client.Opening);
        Assert.Equal("Disconnected from server", client.Closing);
        Assert.Equal(["", "54358:Hi!", "", "54359:exit"], _shown);
        Assert.False(client.HasEnded);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("exit\n")]
    public void Relay_ends_when_the_server_says_exit_alone(string goodbye)
    {
        var client = DialectClient.Create("relay", "");
        Read(client, goodbye);
        client.Settle(_shown, _output);

        Assert.True(client.HasEnded);
        Assert.Empty(_shown);
    }

    [Fact]
    public void Console_ends_with_the_servers_goodbye_and_shows_it()
    {
        var client = DialectClient.Create("console", "");
        Read(client, "<tom> Server is shutting down. Goodbye!\n");
        Assert.False(client.HasEnded);

        Read(client, "Server is shutting down. Goodbye!");
        client.Settle(_shown, _output);

        Assert.True(client.HasEnded);
        Assert.Equal("Server is shutting down. Goodbye!", _shown[^1]);
    }

    [Fact]
    public void Alias_answers_the_question_and_is_ready_only_then()
    {
        var client = DialectClient.Create("alias", "tom");
        Assert.False(client.IsReady);
        Read(client, "NICK");
        client.Settle(_shown, _output);

        Assert.Equal("tom\n", Sent);
        Assert.True(client.IsReady);
        Assert.Empty(_shown);
    }

    [Fact]
    public void Alias_shows_what_only_looks_like_the_question()
    {
        var client = DialectClient.Create("alias", "tom");
        Read(client, "jerry: NICK\n");

        Assert.Equal("", Sent);
        Assert.Equal(["jerry: NICK"], _shown);
    }

    [Fact]
    public void Nul_reads_messages_whatever_the_packets_are()
    {
        var client = DialectClient.Create("nul", "");
        Read(client, "('127.0.0.1', 1): a\nb\0(");
        Read(client, "'127.0.0.1', 2): c\0\0");

        Assert.Equal(["('127.0.0.1', 1): a\nb", "('127.0.0.1', 2): c"], _shown);
    }

    [Fact]
    public void Nul_does_not_wait_for_an_end_that_never_comes()
    {
        var client = DialectClient.Create("nul", "");
        Read(client, new string('x', 300_000));

        Assert.True(client.HasEnded);
        Assert.Contains("262144", Assert.Single(_shown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12000, "relay")]
    [InlineData(12345, "console")]
    [InlineData(4040, "nul")]
    [InlineData(55555, "alias")]
    [InlineData(5000, "operator")]
    [InlineData(4000, null)]
    [InlineData(1, null)]
    public void A_port_that_is_known_says_the_dialect(int port, string? dialect) => Assert.Equal(dialect, DialectClient.NameOf(port));

    [Fact]
    public void An_unknown_dialect_is_named_with_those_there_are()
    {
        var unknown = Assert.Throws<ArgumentOutOfRangeException>(() => DialectClient.Create("morse", ""));
        Assert.Contains("\"morse\"; there are text, operator, relay, console, nul, alias", unknown.Message, StringComparison.Ordinal);
    }

    private void Read(DialectClient client, string text) => client.Read(Encoding.UTF8.GetBytes(text), _shown, _output);
}
