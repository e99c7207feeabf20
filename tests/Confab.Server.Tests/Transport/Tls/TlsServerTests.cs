using Confab.Server.Configuration;
using Confab.Server.Hosting;
using Confab.Server.Tests.Dialects;
using Confab.Server.Tests.Hosting;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.Transport.Tls;

[Collection(SocketCollection.Name)]
public sealed class TlsServerTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task New_certificates_are_shown_to_new_clients_and_old_ones_stay_connected()
    {
        await using var server = await ConfabServer.StartAsync(Options("old"));
        await using var early = await TlsClient.ConnectAsync(server.EndPoint("text+tls"));
        await early.SendAsync("ann\n");
        await early.ReadUntilAsync("You are ann");

        _certificates.Options("new");
        server.Reload();

        await using var late = await TlsClient.ConnectAsync(server.EndPoint("text+tls"));
        await late.SendAsync("bob\n");
        await late.ReadUntilAsync("You are bob");
        await late.SendAsync("are you still there?\n");
        await early.ReadUntilAsync("<bob> are you still there?");
        Assert.Equal(("old", "new"), (early.ServerName, late.ServerName));
    }

    [Fact]
    public async Task A_plain_door_and_one_behind_TLS_lead_to_the_same_room()
    {
        await using var server = await ConfabServer.StartAsync(Options("localhost"));
        await using var secure = await TlsClient.ConnectAsync(server.EndPoint("text+tls"));
        await using var plain = await SocketClient.ConnectAsync(server.EndPoint("text"));
        await secure.SendAsync("ann\n");
        await secure.ReadUntilAsync("You are ann");
        await plain.SendAsync("bob\n");
        await plain.ReadUntilAsync("You are bob");

        await secure.SendAsync("the kettle is on\n");

        await plain.ReadUntilAsync("<ann> the kettle is on");
        Assert.Contains(StartBlock.Lines(server), line => line.StartsWith("  text+tls  ", StringComparison.Ordinal) && line.Contains("openssl s_client", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_says_goodbye_through_TLS_too()
    {
        await using var server = await ConfabServer.StartAsync(Options("localhost"));
        await using var client = await TlsClient.ConnectAsync(server.EndPoint("text+tls"));
        await client.SendAsync("ann\n");
        await client.ReadUntilAsync("You are ann");

        var stopping = server.StopAsync();

        await client.ReadUntilAsync("shutting down");
        await client.ReadToEndAsync();
        await stopping;
    }

    [Fact]
    public async Task A_door_behind_TLS_without_a_certificate_stops_the_start()
    {
        var options = Servers.Options("text");
        options.Listeners[0].Tls = true;

        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => ConfabServer.StartAsync(options));

        Assert.StartsWith("The text+tls door cannot open: it needs a certificate.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_stops_the_start()
    {
        var options = Servers.Options("text");
        options.Tls.Certificate = _certificates["none.pem"];

        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => ConfabServer.StartAsync(options));

        Assert.Contains("none.pem cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    private ServerOptions Options(string certificate)
    {
        var options = Servers.Options("text");
        var tls = _certificates.Options(certificate);
        (options.Tls.Certificate, options.Tls.Key) = (tls.Certificate, tls.Key);
        options.Listeners = [.. options.Listeners, new ListenerOptions { Dialect = "text", Tls = true, Port = 0 }];
        return options;
    }
}
