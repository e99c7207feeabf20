using System.Text;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Hostile;

/// <summary>A web page must not be able to make a browser speak in a room.</summary>
public sealed class FirstBytesTests
{
    private static readonly string[] _doors = ["text", "json", "operator", "relay", "console", "nul", "alias"];

    private static readonly string[] _requests =
    [
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /x HTTP/1.1\r\nContent-Length: 12\r\n\r\nbob\nhello\n/x\0",
        "PUT /x HTTP/1.1\r\n\r\n",
        "HEAD / HTTP/1.0\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\n\r\n",
        "DELETE /x HTTP/1.1\r\n\r\n",
        "PATCH /x HTTP/1.1\r\n\r\n",
        "CONNECT localhost:443 HTTP/1.1\r\n\r\n",
        "TRACE / HTTP/1.1\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
    ];

    public static TheoryData<string> Doors => [.. _doors];

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_request_of_a_browser_is_closed_at_once_without_a_word_however_it_is_cut(string door)
    {
        using var server = new MemoryServer();
        var watch = server.Connect("text");
        watch.Send("watch\n");
        watch.Messages();
        foreach (var request in _requests)
        {
            var bytes = Encoding.Latin1.GetBytes(request);
            for (var cut = 1; cut <= 9; cut++)
            {
                var browser = server.Connect(door);
                browser.Messages();

                browser.Send(bytes[..cut]);
                browser.Send(bytes[cut..]);

                Assert.True(browser.Wire.WasReset, $"{request} cut at {cut}");
                Assert.Empty(browser.Messages());
                browser.Vanish();
            }

            var slow = server.Connect(door);
            slow.Messages();
            foreach (var one in bytes)
            {
                slow.Send([one]);
            }

            Assert.True(slow.Wire.WasReset, $"{request} byte by byte");
            Assert.Empty(slow.Messages());
            slow.Vanish();
        }

        server.Settle();
        Assert.Empty(watch.Messages());
        watch.Send("/who\n");
        Assert.Equal("* #lobby: 1 here: watch.\n", watch.Text());
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("operator")]
    public void Somebody_who_says_just_the_beginning_of_a_request_is_heard_after_a_moment(string door)
    {
        using var server = new MemoryServer();
        var watch = server.Connect("text");
        watch.Send("watch\n");
        var a = server.Connect(door);
        watch.Messages();

        a.Send("GET");
        Assert.Empty(watch.Messages());
        server.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal($"<{a.Port}> GET\n", watch.Text());
        a.Send(" / HTTP/1.1");

        Assert.Equal($"<{a.Port}>  / HTTP/1.1\n", watch.Text());
    }

    [Fact]
    public void Held_messages_are_said_as_they_were_as_soon_as_it_is_clear_that_they_are_chat()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");

        a.Send("P");
        a.Send("O");
        Assert.Empty(b.Messages());
        a.Send("hello");
        server.Settle();

        Assert.Equal([$"{a.Port}:P", $"{a.Port}:O", $"{a.Port}:hello"], b.Messages());
    }

    [Fact]
    public void A_held_message_is_said_when_its_sender_closes_in_order_and_forgotten_when_it_vanishes()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");
        var c = server.Connect("relay");

        a.Send("T");
        a.HalfClose();
        c.Send("T");
        c.Vanish();
        server.Settle();

        Assert.Equal([$"{a.Port}:T"], b.Messages());
    }

    [Fact]
    public void A_word_in_the_middle_of_a_session_is_no_request()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");

        a.Send("hello");
        a.Send("GET / HTTP/1.1");
        server.Settle();

        Assert.Equal([$"{a.Port}:hello", $"{a.Port}:GET / HTTP/1.1"], b.Messages());
    }
}
