using Confab.Client.Irc;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Irc;

public sealed class IrcSignOnTests : IrcClientTestBase
{
    [Fact]
    public async Task Capabilities_in_several_lines_are_requested_together_if_the_client_understands_them()
    {
        var connecting = IrcClient.ConnectAsync(Options with { ServerPassword = "open sesame", RealName = "Alice A." }, Cancel);
        using var peer = await AcceptAsync();
        var first = await peer.ExpectAsync("CAP");
        var password = await peer.ExpectAsync("PASS");
        await peer.ExpectAsync("NICK");
        var user = await peer.ExpectAsync("USER");
        await peer.SendAsync(":test CAP * LS * :message-tags batch example.org/unheard=of\r\n:test CAP * LS :labeled-response echo-message server-time");
        var request = await peer.ExpectAsync("CAP");
        await peer.SendAsync($":test CAP * ACK :{request.Parameters[1]}");
        await peer.ExpectAsync("CAP");
        await peer.GreetAsync("alice");
        await using var client = await connecting;

        Assert.Equal(["LS", "302"], first.Parameters);
        Assert.Equal(["open sesame"], password.Parameters);
        Assert.Equal(["alice", "0", "*", "Alice A."], user.Parameters);
        Assert.Equal("message-tags batch labeled-response echo-message server-time", request.Parameters[1]);
        Assert.Equal("alice", client.Nickname);
    }

    [Fact]
    public async Task A_server_without_labels_is_no_server_for_this_client()
    {
        var connecting = IrcClient.ConnectAsync(Options, Cancel);
        using var peer = await AcceptAsync();
        await peer.SendAsync(":test CAP * LS :message-tags batch echo-message");

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);
        Assert.Contains("it does not offer labeled-response", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_speaks_another_protocol_is_told_from_a_server_that_is_not_there()
    {
        var connecting = IrcClient.ConnectAsync(Options with { Reconnect = Impatient with { ConnectTimeout = TimeSpan.FromMilliseconds(50) } }, Cancel);
        using var peer = await AcceptAsync();
        await peer.SendAsync("* Welcome to something else.");
        var silent = await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);
        var door = new IrcDoor(IrcTransport.Tcp, new ServerAddress("127.0.0.1", ScriptedServer.UnusedPort()));
        var absent = await Assert.ThrowsAsync<ConnectFailedException>(() => IrcClient.ConnectAsync(Options with { Door = door }, Cancel));

        Assert.Contains("Is it an IRC server?", silent.Message, StringComparison.Ordinal);
        Assert.Contains("nothing listens there", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_is_a_refusal_with_the_words_of_the_server()
    {
        var connecting = IrcClient.ConnectAsync(Options, Cancel);
        using var peer = await AcceptAsync();
        await peer.SendAsync(":test 465 * :You are banned from this server");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => connecting);
        Assert.Equal(("465", "You are banned from this server"), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Over_TLS_or_to_this_machine_a_password_may_go_by_PLAIN_where_there_is_nothing_better()
    {
        var connecting = IrcClient.ConnectAsync(Options with { Credentials = IrcCredentials.Password("alice", "secret") }, Cancel);
        using var peer = await AcceptAsync();
        await peer.BeginAsync(IrcPeer.Offer.Replace(",SCRAM-SHA-256", "", StringComparison.Ordinal));
        var mechanism = await peer.ExpectAsync("AUTHENTICATE");
        await peer.SendAsync("AUTHENTICATE +");
        var secret = await peer.ExpectAsync("AUTHENTICATE");
        await peer.SendAsync(":test 900 alice alice!a@h alice :You are logged in\r\n:test 903 alice :SASL authentication successful");
        await peer.ExpectAsync("CAP");
        await peer.GreetAsync("alice");
        await using var client = await connecting;

        Assert.Equal("PLAIN", mechanism.Parameters[0]);
        Assert.Equal("\0alice\0secret"u8.ToArray(), Convert.FromBase64String(secret.Parameters[0]));
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_again()
    {
        var connecting = IrcClient.ConnectAsync(Options with { Credentials = IrcCredentials.Password("alice", "wrong") }, Cancel);
        using var peer = await AcceptAsync();
        await peer.BeginAsync();
        Assert.Equal("SCRAM-SHA-256", (await peer.ExpectAsync("AUTHENTICATE")).Parameters[0]);
        await peer.SendAsync(":test 904 * :SASL authentication failed");

        Assert.Equal("904", (await Assert.ThrowsAsync<RefusedException>(() => connecting)).Code);
    }

    [Fact]
    public async Task A_server_that_lets_one_in_without_proving_that_it_knows_the_account_is_refused()
    {
        var connecting = IrcClient.ConnectAsync(Options with { Credentials = IrcCredentials.Password("alice", "secret") }, Cancel);
        using var peer = await AcceptAsync();
        await peer.BeginAsync();
        await peer.ExpectAsync("AUTHENTICATE");
        await peer.SendAsync("AUTHENTICATE +");
        await peer.ExpectAsync("AUTHENTICATE");
        await peer.SendAsync(":test 903 alice :SASL authentication successful");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => connecting);
        Assert.Contains("may be another server", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_TLS_is_not_talked_to_without()
    {
        using var secure = new ScriptedServer();
        var options = Options;
        var connecting = IrcClient.ConnectAsync(options, Cancel);
        using var peer = await AcceptAsync();
        await peer.SendAsync($":test CAP * LS :{IrcPeer.Offer} sts=port={secure.Port}");
        using var upgraded = await secure.AcceptAsync(Cancel);
        var first = await upgraded.ReadUntilAsync(0x16);
        await upgraded.SendAsync("no TLS here\r\n");

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => connecting);
        Assert.Equal("", first);
        Assert.Contains("no encrypted connection", failed.Message, StringComparison.Ordinal);
        Assert.False(options.Sts.IsForced("127.0.0.1", DateTimeOffset.UtcNow), "What is said without TLS binds nobody.");
    }
}
