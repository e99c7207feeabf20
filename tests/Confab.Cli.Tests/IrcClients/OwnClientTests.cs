using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Confab.Client;
using Confab.Client.Events;
using Confab.Client.Irc;
using Confab.Protocols.Irc;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>Our own IRC client against the real server in a process of its own, through its crashes.</summary>
public sealed class OwnClientTests
{
    private const string Account = "alice";
    private const string Earlier = "said before anybody came over IRC";
    private const int Messages = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_while_the_server_is_killed_is_posted_once_and_in_order()
    {
        await using var stage = await IrcStage.OpenAsync(Account, Earlier);
        await using var client = await IrcClient.ConnectAsync(Secure(stage), Cancel);
        await client.JoinAsync(IrcStage.Room, cancellationToken: Cancel);
        var hearing = HearAsync(client, Messages + 2);
        var sendings = Enumerable.Range(1, Messages).Select(number => client.SendAsync(IrcStage.Room, $"message {number}", cancellationToken: Cancel)).ToList();
        await sendings[Messages / 3];
        await stage.RestartAsync();
        await stage.SendAsync("the member is back");
        var sent = await Task.WhenAll(sendings);
        await client.SendAsync(IrcStage.Room, "the end", cancellationToken: Cancel);

        var heard = await hearing;
        var history = await ReadAllAsync(client);
        string[] expected = [.. Enumerable.Range(1, Messages).Select(number => $"message {number}"), "the end"];
        Assert.Equal(expected, history.Where(entry => entry.From == Account).Select(entry => entry.Text));
        Assert.Equal([Earlier, .. heard.Select(entry => entry.Text)], history.Select(entry => entry.Text));
        Assert.Equal(sent.Select(message => message.Id), history.Where(entry => entry.Text.StartsWith("message", StringComparison.Ordinal)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var stage = await IrcStage.OpenAsync(Account, Earlier);

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => IrcClient.ConnectAsync(Secure(stage) with { Tls = new IrcTlsOptions() }, Cancel));
        Assert.Contains("no encrypted connection", failed.Message, StringComparison.Ordinal);
        var other = new IrcTlsOptions { Fingerprint = new string('0', 64) };
        await Assert.ThrowsAsync<ConnectFailedException>(() => IrcClient.ConnectAsync(Secure(stage) with { Tls = other }, Cancel));
    }

    [Fact]
    public async Task A_certificate_opens_the_account_that_it_was_added_to()
    {
        await using var stage = await IrcStage.OpenAsync(Account, Earlier);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = new CertificateRequest("CN=alice", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var options = Secure(stage);
        options = options with { Tls = options.Tls with { ClientCertificate = certificate } };
        await using (var first = await IrcClient.ConnectAsync(options, Cancel))
        {
            await first.SendAsync("NickServ", "CERT ADD", cancellationToken: Cancel);
        }

        await using var second = await IrcClient.ConnectAsync(options with { Nickname = "again", Credentials = IrcCredentials.Certificate() }, Cancel);

        Assert.Contains(" 330 asker again alice ", await stage.WhoisAsync("again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var stage = await IrcStage.OpenAsync(Account, Earlier);
        var wrong = Secure(stage) with { Credentials = IrcCredentials.Password(Account, "wrong") };

        Assert.Equal("904", (await Assert.ThrowsAsync<RefusedException>(() => IrcClient.ConnectAsync(wrong, Cancel))).Code);
    }

    [Fact]
    public async Task A_WebSocket_carries_the_same()
    {
        await using var stage = await IrcStage.OpenAsync(Account, Earlier);
        var door = Door(IrcTransport.WebSocket, await stage.DoorAsync("web"));
        await using var client = await IrcClient.ConnectAsync(new IrcClientOptions(door, "webber"), Cancel);
        await client.JoinAsync(IrcStage.Room, cancellationToken: Cancel);
        var hearing = HearAsync(client, 2);
        await client.SendAsync(IrcStage.Room, "hello from the web", cancellationToken: Cancel);
        await stage.SeesAsync("<webber> hello from the web");
        await stage.SendAsync("hello webber");

        Assert.Equal(["hello from the web", "hello webber"], (await hearing).Select(entry => entry.Text));
        Assert.Equal([Earlier, "hello from the web", "hello webber"], (await ReadAllAsync(client)).Select(entry => entry.Text));
        await client.QuitAsync("bye", Cancel);
    }

    private static IrcDoor Door(IrcTransport transport, IPEndPoint place) => new(transport, new ServerAddress(place.Address.ToString(), place.Port));

    private static IrcClientOptions Secure(IrcStage stage) => new(Door(IrcTransport.Tls, stage.Door), Account)
    {
        Credentials = IrcCredentials.Password(Account, IrcStage.Password),
        Tls = new IrcTlsOptions { Fingerprint = stage.Fingerprint },
        Reconnect = new ReconnectOptions { FirstWait = TimeSpan.FromMilliseconds(50), LongestWait = TimeSpan.FromMilliseconds(200) },
    };

    /// <summary>The messages of the room, until so many have come.</summary>
    private static async Task<List<IrcEntry>> HearAsync(IrcClient client, int count)
    {
        var heard = new List<IrcEntry>();
        await foreach (var happened in client.ReadEventsAsync(Cancel))
        {
            if (happened is MessageHeard { Entry.Target: IrcStage.Room } message)
            {
                heard.Add(message.Entry);
                if (heard.Count == count)
                {
                    break;
                }
            }
        }

        return heard;
    }

    private static async Task<List<IrcEntry>> ReadAllAsync(IrcClient client)
    {
        var all = new List<IrcEntry>();
        IrcHistoryPage page;
        do
        {
            var after = all.Count == 0 ? HistoryReference.At(DateTimeOffset.UnixEpoch) : all[^1].Place;
            page = await client.ReadHistoryAsync(IrcStage.Room, after: after, cancellationToken: Cancel);
            all.AddRange(page.Messages);
        }
        while (page.MayHaveMore);

        return all;
    }
}
