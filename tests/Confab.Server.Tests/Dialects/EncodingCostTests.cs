using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine.Delivery;

namespace Confab.Server.Tests.Dialects;

/// <summary>What it costs to make a room's words into the bytes that all its members are sent.</summary>
public sealed class EncodingCostTests
{
    private const int KeepBytes = 1 << 16;

    [Theory]
    [InlineData("text")]
    [InlineData("irc")]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("nul")]
    [InlineData("alias")]
    [InlineData("operator")]
    public void A_message_becomes_bytes_without_a_single_object(string door)
    {
        var message = Posted(door, "the kettle is on, and there is a little milk left\nfor those who like it");
        var form = DialectCatalog.Create(door, new DialectOptions(message.Room))!.CreateSession().Form;
        var output = new TickBuffer();
        for (var warm = 0; warm < 3; warm++)
        {
            Encode();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var messages = Encode();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0, messages);

        int Encode()
        {
            output.Clear(KeepBytes);
            form.Encode(message, output);
            return output.Count;
        }
    }

    private static MessagePosted Posted(string door, string said)
    {
        Assert.True(RoomName.TryCreate("#kitchen", out var room, out _));
        Assert.True(Nickname.TryCreate("alice", Nickname.DefaultMaxLength, out var nickname, out _));
        Assert.True(MessageText.TryCreate(said, int.MaxValue, out var text, out _));
        var alice = new Participant(new SessionId(1), nickname, new SessionOrigin(door, "127.0.0.1", 50_000), Presence.Announced);
        var posted = new MessagePosted(room, alice, new MessageId(Guid.NewGuid()), DateTimeOffset.UnixEpoch, MessageKind.Message, text, Key: null);
        posted.Commit(1);
        return posted;
    }
}
