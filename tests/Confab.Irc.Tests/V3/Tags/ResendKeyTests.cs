namespace Confab.Irc.Tests.V3.Tags;

/// <summary>Sending again what may have arrived: the tag <c>+confab.chat/key</c>.</summary>
public sealed class ResendKeyTests
{
    private const string Key = "+confab.chat/key=0f6bfa837a704bb2a2a60f2b8d0a8c11:1";

    [Fact]
    public async Task The_same_key_posts_once_and_answers_with_the_same_id()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags", "echo-message", "server-time", "batch", "labeled-response");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.SyncAsync();

        var first = (await alice.AskAsync($"@label=1;{Key} PRIVMSG #room :hi")).One("PRIVMSG");
        var second = (await alice.AskAsync($"@label=2;{Key} PRIVMSG #room :hi")).One("PRIVMSG");

        Assert.Equal((first.Tags["msgid"], first.Tags["time"]), (second.Tags["msgid"], second.Tags["time"]));
        Assert.Equal(("1", "2"), (first.Tags["label"], second.Tags["label"]));
        (await bob.SyncAsync()).One("PRIVMSG");
    }

    [Fact]
    public async Task The_key_is_not_passed_on_and_another_one_is_another_message()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");

        await alice.AskAsync($"@{Key};+a=b PRIVMSG #room :hi", $"@{Key}2 PRIVMSG #room :hi", "@+confab.chat/key=nonsense PRIVMSG #room :hi");

        var seen = (await bob.SyncAsync()).All("PRIVMSG");
        Assert.Equal(3, seen.Count);
        Assert.All(seen, message => Assert.DoesNotContain("+confab.chat/key", message.Tags.Keys));
        Assert.Equal("b", seen[0].Tags["+a"]);
    }
}
