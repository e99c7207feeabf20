using System.Net;
using Confab.Server.Configuration;
using Confab.Server.Hosting;

namespace Confab.Irc.Tests.Kit;

/// <summary>
/// A whole server with one IRC door on a free port and its history in memory, set by the public names of the settings. It closes its clients when it is
/// disposed, so a test has one thing to dispose of.
/// </summary>
internal sealed class IrcServer : IAsyncDisposable
{
    public const string Name = "confab.local";
    public const string Network = "Confab";
    public const string OperName = "operuser";
    public const string OperPassword = "operpassword";
    public const string AccountPassword = "tea-with-two-sugars";

    private readonly string _directory;
    private readonly ConfabServer _server;
    private readonly List<IrcClient> _clients = [];

    private IrcServer(string directory, ConfabServer server)
    {
        _directory = directory;
        _server = server;
    }

    /// <summary>Where its IRC door is.</summary>
    public IPEndPoint EndPoint => _server.EndPoint("irc");

    /// <summary>The server behind it.</summary>
    public ConfabServer Server => _server;

    /// <summary>Starts one. These settings come after the kit's own, and so replace them.</summary>
    public static Task<IrcServer> StartAsync(params (string Path, string Value)[] settings) => StartAsync(["irc=0"], settings);

    /// <summary>Starts one with these doors, such as <c>irc=0</c>.</summary>
    public static Task<IrcServer> StartAsync(IReadOnlyList<string> doors, params (string Path, string Value)[] settings) =>
        StartAsync(doors, new ServerParts(), settings);

    /// <summary>Starts one whose time the test turns.</summary>
    public static Task<IrcServer> StartAsync(TimeProvider clock, params (string Path, string Value)[] settings) =>
        StartAsync(["irc=0"], new ServerParts { Clock = clock }, settings);

    /// <summary>Starts one with these doors and parts.</summary>
    public static async Task<IrcServer> StartAsync(IReadOnlyList<string> doors, ServerParts parts, params (string Path, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("confab-irc-").FullName;
        try
        {
            var inForce = SettingsReader.Read(new SettingsInput
            {
                WorkingDirectory = directory,
                Listen = doors,
                Assignments =
                [
                    "ephemeral=true",
                    $"operators={OperName}:{OperPassword}",
                    "accounts.registration=on",
                    "accounts.hashRounds=4096",
                    .. settings.Select(setting => $"{setting.Path}={setting.Value}"),
                ],
            });
            return inForce.Problems.Count == 0
                ? new IrcServer(directory, await ConfabServer.StartAsync(inForce.Options, parts))
                : throw new InvalidOperationException($"The settings of this test are wrong:\n{string.Join('\n', inForce.Problems)}");
        }
        catch
        {
            Directory.Delete(directory, recursive: true);
            throw;
        }
    }

    /// <summary>A client that has said nothing yet.</summary>
    public async Task<IrcClient> ConnectAsync(string door = "irc")
    {
        var client = new IrcClient(await IrcWire.ConnectAsync(_server.EndPoint(door)));
        _clients.Add(client);
        return client;
    }

    /// <summary>A client that is registered and has read its burst.</summary>
    public async Task<IrcClient> RegisterAsync(string nick, params string[] capabilities)
    {
        var client = await ConnectAsync();
        await client.RegisterAsync(nick, capabilities);
        return client;
    }

    /// <summary>
    /// Registered clients in one channel, joined in this order, each of which has read all that came; the first is the channel's operator.
    /// </summary>
    public async Task<IReadOnlyList<IrcClient>> GatherAsync(string channel, params string[] nicks)
    {
        var clients = new List<IrcClient>();
        foreach (var nick in nicks)
        {
            var client = await RegisterAsync(nick);
            await client.JoinAsync(channel);
            clients.Add(client);
        }

        foreach (var client in clients)
        {
            await client.SyncAsync();
        }

        return clients;
    }

    /// <summary>A registered client, logged in to a new account that has its nickname for a name.</summary>
    public async Task<IrcClient> WithAccountAsync(string nick)
    {
        var client = await RegisterAsync(nick, "draft/account-registration");
        await client.SendAsync($"REGISTER * * {AccountPassword}");
        await client.ReadUntilAsync(message => message is { Command: "REGISTER" } && message[0] == "SUCCESS", "REGISTER SUCCESS");
        await client.SyncAsync();
        return client;
    }

    /// <summary>A registered server operator.</summary>
    public async Task<IrcClient> OperAsync(string nick)
    {
        var client = await RegisterAsync(nick);
        await client.OperAsync();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
