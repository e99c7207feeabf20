using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

public sealed class RelayTests
{
    [Fact]
    public void A_message_reaches_the_others_with_the_senders_port_and_not_the_sender()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");

        a.Send("Hi! ");

        Assert.Equal([$"{a.Port}:Hi! "], b.Messages());
        Assert.Empty(a.Messages());
    }

    [Fact]
    public void Exit_is_answered_alone_and_then_the_connection_is_reset()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");

        a.Send("exit");
        server.Settle();

        Assert.Equal(["exit"], a.Messages());
        Assert.True(a.Wire.WasReset);
    }
}
