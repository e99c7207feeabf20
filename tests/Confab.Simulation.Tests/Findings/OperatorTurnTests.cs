using Confab.Testing.Memory;

namespace Confab.Simulation.Tests.Findings;

/// <summary>What the simulation found at the operator door.</summary>
public sealed class OperatorTurnTests
{
    [Fact]
    public void What_waited_is_said_in_order_when_the_client_turns_out_to_speak_in_lines()
    {
        using var server = new MemoryServer { IsStepwise = true };
        var client = server.Connect("operator");
        var other = server.Connect("relay");
        server.Run();
        other.Feed("earlier"u8.ToArray());
        server.Run();

        other.Feed("in the same tick"u8.ToArray());
        client.Feed("hello\n"u8.ToArray());
        other.Feed("later"u8.ToArray());
        server.Run();

        Assert.Equal($"{other.Port}: earlier\n{other.Port}: in the same tick\n{other.Port}: later\n", client.Text());
    }

    [Fact]
    public void A_message_longer_than_a_reply_goes_on_in_the_turn_that_is_open_already()
    {
        using var server = new MemoryServer();
        var client = server.Connect("operator");
        var other = server.Connect("nul");
        client.Send("one");
        client.Send("two");
        var text = new string('x', 1500);

        other.Send($"{text}\0");
        server.Settle();

        Assert.Equal([1024, 1500 + $"{other.Port}: ".Length - 1024], client.Messages().Select(message => message.Length));
    }
}
