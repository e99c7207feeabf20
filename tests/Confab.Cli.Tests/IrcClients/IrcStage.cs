using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Confab.Cli.Tests.Processes;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>A real server with IRC over TLS and an account, and a member of the room who came through the text door. It can go down and come back.</summary>
internal sealed class IrcStage : IAsyncDisposable
{
    public const string Room = "#tea";
    public const string Password = "earl-grey-hot";

    private readonly TemporaryData _data = new();
    private ConfabProcess? _server;
    private SocketClient? _member;

    /// <summary>The SHA-256 fingerprint of the server's certificate, in hexadecimal digits.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Where IRC is spoken over TLS; the same after the server came back.</summary>
    public IPEndPoint Door { get; private set; } = new(IPAddress.Loopback, 0);

    private string CertificateFile => Path.Combine(_data.Path, "certificate.pem");

    private ConfabProcess Server => _server ?? throw new InvalidOperationException("The server is down.");

    private SocketClient Member => _member ?? throw new InvalidOperationException("The member is not there.");

    /// <summary>Opens the doors, registers the account, and has the member say something before anybody else comes.</summary>
    public static async Task<IrcStage> OpenAsync(string account, string firstWords)
    {
        var stage = new IrcStage();
        try
        {
            stage.WriteCertificate();
            await stage.StartAsync();
            await stage.RegisterAsync(account);
            await stage.SendAsync(firstWords);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server dies, and starts again at the same address with what it remembers.</summary>
    public async Task RestartAsync()
    {
        await Member.DisposeAsync();
        await Server.KillAsync();
        await Server.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Where another door is.</summary>
    public Task<IPEndPoint> DoorAsync(string dialect) => Server.DoorAsync(dialect);

    /// <summary>The member says something.</summary>
    public Task SendAsync(string text) => Member.SendAsync(text + "\n");

    /// <summary>The member reads on until this is shown.</summary>
    public Task<string> SeesAsync(string text) => Member.ReadUntilAsync(text);

    /// <summary>What the server says of somebody to an IRC client that asks.</summary>
    public async Task<string> WhoisAsync(string nickname)
    {
        await using var asker = await SignOnAsync("asker");
        await asker.SendAsync($"WHOIS {nickname}\r\n");
        return await asker.ReadUntilAsync(" 318 ");
    }

    public async ValueTask DisposeAsync()
    {
        if (_member is not null)
        {
            await _member.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Dispose();
    }

    private async Task StartAsync()
    {
        _server = ConfabProcess.Serve(
            Path.Combine(_data.Path, "data"),
            "--listen", string.Create(CultureInfo.InvariantCulture, $"irc+tls=127.0.0.1:{Door.Port}"),
            "--listen", "irc=127.0.0.1:0",
            "--listen", "web=127.0.0.1:0",
            "--set", $"tls.certificate={CertificateFile}",
            "--set", "accounts.hashRounds=4096");
        Door = await _server.DoorAsync("irc+tls");
        _member = await SocketClient.ConnectAsync(await _server.DoorAsync("text"));
        await Member.SendAsync($"member\n/join {Room}\n");
        await Member.ReadUntilAsync(Room);
    }

    private async Task RegisterAsync(string account)
    {
        await using var owner = await SignOnAsync(account);
        await owner.SendAsync($"PRIVMSG NickServ :REGISTER {Password}\r\n");
        await owner.ReadUntilAsync(" 900 ");
        await owner.SendAsync("QUIT\r\n");
        await owner.ReadToEndAsync();
    }

    private async Task<SocketClient> SignOnAsync(string nickname)
    {
        var client = await SocketClient.ConnectAsync(await Server.DoorAsync("irc"));
        await client.SendAsync($"NICK {nickname}\r\nUSER {nickname} 0 * :{nickname}\r\n");
        await client.ReadUntilAsync(" 422 ");
        return client;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        File.WriteAllText(CertificateFile, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}
