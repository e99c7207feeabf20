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
