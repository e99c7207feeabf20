using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

/// <summary>A tick in which much is said to single sessions and to rooms, in turns.</summary>
public sealed class CrowdedTickTests
{
    private const int Rounds = 200;

    [Fact]
    public void What_everybody_is_sent_is_the_same_whether_all_is_asked_in_one_tick_or_each_in_its_own()
    {
        var apart = Play(isStepwise: false);
        var together = Play(isStepwise: true);

        Assert.InRange(apart.Sum(text => text.Length), 400_000, int.MaxValue);
        Assert.Equal(apart, together);
    }

    // Everything is about a room, an answer or a private message; who asks for the most goes between the others.
    private static string[] Play(bool isStepwise)
    {
        using var server = new MemoryServer { IsStepwise = isStepwise };
        var clients = new[] { "ann", "bob", "eve" }.Select(nickname =>
        {
            var client = server.Connect("irc");
            client.Send($"NICK {nickname}\r\nUSER {nickname} 0 * :{nickname}\r\nJOIN #lobby\r\n");
            server.Run();
            return client;
        }).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            clients[0].Send($"PRIVMSG #lobby :ann {round}\r\n");
            clients[1].Send($"PRIVMSG eve :{new string('x', 300)} {round}\r\n");
            clients[2].Send($"ISUPPORT\r\nPRIVMSG #lobby :eve {round}\r\nISUPPORT\r\n");
            clients[round % 2].Send("ISUPPORT\r\n");
        }

        server.Run();
        return [.. clients.Select(client => client.Text())];
    }
}
