using System.Globalization;
using System.Text;
using Confab.Server.Tests.Engine;
using Confab.Storage;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

public sealed class IrcHistoryTests
{
    private const string Register =
        "CAP REQ :batch labeled-response message-tags draft/chathistory\r\nNICK ann\r\nUSER ann 0 * :Ann\r\nCAP END\r\nJOIN #tea\r\n";

    [Fact]
    public void A_history_that_cannot_be_read_is_told_with_the_label_of_its_question()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = server.Connect("irc");
        ann.Send(Register);
        ann.Text();

        log.WhenRead = () => throw new LogUnavailableException("The disk is gone.");
        ann.Send("@label=7 CHATHISTORY LATEST #tea * 5\r\nPING next\r\n");

        Assert.Equal(
            "@label=7 :confab.local FAIL CHATHISTORY MESSAGE_ERROR LATEST #tea :Messages could not be retrieved\r\n:confab.local PONG confab.local :next\r\n",
            ann.Text());
    }

    [Fact]
    public void Whoever_is_removed_while_a_history_is_read_is_not_shown_it()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var (ann, bob) = (server.Connect("irc"), server.Connect("irc"));
        ann.Send(Register);
        ann.Send("PRIVMSG #tea :among ourselves\r\n");
        bob.Send(Register.Replace("ann", "bob", StringComparison.Ordinal));
        bob.Text();

        log.WhenRead = () =>
        {
            log.WhenRead = null;
            ann.Feed("KICK #tea bob\r\n"u8.ToArray());
        };
        bob.Send("CHATHISTORY LATEST #tea * 5\r\n");

        var shown = bob.Text();
        Assert.Contains(" KICK #tea bob ", shown, StringComparison.Ordinal);
        Assert.EndsWith("FAIL CHATHISTORY INVALID_TARGET LATEST #tea :Messages could not be retrieved\r\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("among ourselves", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("🍵")]
    [InlineData("👩‍👩‍👧‍👦")]
    public void However_long_the_names_nothing_of_a_message_from_another_door_is_lost(string character)
    {
        using var server = new MemoryServer();
        var room = "#" + string.Concat(Enumerable.Repeat("𠮷", 63));
        var text = string.Concat(Enumerable.Repeat(character, 1000 / Encoding.UTF8.GetByteCount(character)));
        var (ann, bob) = (server.Connect("json"), server.Connect("irc"));
        bob.Send($"NICK bob\r\nUSER bob 0 * :Bob\r\nJOIN {room}\r\n");
        var nickname = string.Concat(Enumerable.Repeat("𠮷", 32));
        ann.Send(string.Create(
            CultureInfo.InvariantCulture, $$"""{"type":"hello","nick":"{{nickname}}"}{{'\n'}}{"type":"join","room":"{{room}}"}{{'\n'}}"""));
        bob.Text();

        ann.Send(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"say","room":"{{room}}","text":"{{text}}"}{{'\n'}}"""));

        var lines = bob.Text().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1, string.Join('\n', lines));
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 510));
        Assert.Equal(text, string.Concat(lines.Select(line => line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..])));
    }

    [Fact]
    public void A_message_that_could_not_be_kept_is_told_with_its_label_and_reaches_nobody()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var (ann, bob) = (server.Connect("irc"), server.Connect("irc"));
        ann.Send(Register);
        bob.Send("NICK bob\r\nUSER bob 0 * :Bob\r\nJOIN #tea\r\n");
        (_, _) = (ann.Text(), bob.Text());

        log.Refusal = "The disk is full.";
        ann.Send("@label=8 PRIVMSG #tea :lost\r\n");

        Assert.StartsWith("@label=8 :confab.local FAIL PRIVMSG UNAVAILABLE :", ann.Text(), StringComparison.Ordinal);
        Assert.Empty(bob.Text());
    }
}
