using Confab.Client.Events;
using Confab.Client.Json;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Json;

public sealed class SignOnTests : ChatClientTestBase
{
    [Fact]
    public async Task The_greeting_for_people_is_skipped()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        await peer.SendAsync("* Welcome to Confab. What is your nickname?\n\n* There is help.\r\n");
        await peer.WelcomeAsync();

        await using var client = await connecting;

        Assert.Equal("alice", client.Nickname);
        Assert.Equal(new Connected("alice", Again: false), await NextAsync<Connected>(client));
    }

    [Fact]
    public async Task The_first_byte_chooses_the_protocol_and_the_token_makes_resending_safe()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        var hello = await peer.WelcomeAsync();
        await using var client = await connecting;

        Assert.Equal(32, hello.Client?.Length);
        Assert.All(hello.Client!, digit => Assert.True(char.IsAsciiHexDigitLower(digit)));
    }

    [Fact]
    public async Task A_nickname_that_is_taken_gets_a_number()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        await peer.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.NicknameInUse));
        await peer.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.NicknameInUse));
        var third = await peer.WelcomeAsync();

        await using var client = await connecting;

        Assert.Equal("alice3", third.Nick);
        Assert.Equal("alice3", client.Nickname);
    }

    [Fact]
    public async Task A_number_does_not_make_a_long_nickname_too_long()
    {
        var connecting = ChatClient.ConnectAsync(Options with { Nickname = new string('a', 32) }, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        await peer.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.NicknameInUse));
        var second = await peer.WelcomeAsync();
        await using var client = await connecting;

        Assert.True(second.Nick!.Length <= 32);
        Assert.EndsWith("2", second.Nick, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nickname_that_cannot_be_one_is_refused()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        await peer.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.NicknameInvalid));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => connecting);

        Assert.Equal(JsonErrors.NicknameInvalid, refused.Code);
        Assert.Equal("No: nickname-invalid.", refused.Message);
    }

    [Fact]
    public async Task Where_nobody_listens_the_address_and_the_reason_are_said()
    {
        var port = ScriptedServer.UnusedPort();

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(
            () => ChatClient.ConnectAsync(new ChatClientOptions(new ServerAddress("127.0.0.1", port)), Cancel));

        Assert.Equal($"Cannot connect to 127.0.0.1:{port}: nothing listens there.", failed.Message);
    }

    [Fact]
    public async Task A_door_that_closes_at_once_is_no_text_door()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        (await Server.AcceptAsync(Cancel)).Dispose();

        await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);
    }

    [Fact]
    public async Task A_door_that_says_nothing_is_given_up()
    {
        var connecting = ChatClient.ConnectAsync(
            Options with { Reconnect = Impatient with { ConnectTimeout = TimeSpan.FromMilliseconds(50) } },
            Cancel);
        using var peer = await Server.AcceptAsync(Cancel);

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);

        Assert.Contains("it said nothing that a Confab text door says", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Junk_instead_of_a_welcome_is_no_connection()
    {
        var connecting = ChatClient.ConnectAsync(Options, Cancel);
        using var peer = await Server.AcceptAsync(Cancel);
        await peer.SendAsync("{\"type\":\n");

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);

        Assert.Contains("a line that is not of this protocol", failed.Message, StringComparison.Ordinal);
    }
}
