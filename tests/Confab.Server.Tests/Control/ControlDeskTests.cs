using System.Net.Sockets;
using System.Text;
using Confab.Protocols.Control;
using Confab.Server.Configuration;
using Confab.Server.Control;
using Confab.Server.Hosting;
using Confab.Server.Tests.Hosting;

namespace Confab.Server.Tests.Control;

/// <summary>The control socket of a whole server, and what stands in for it where none runs.</summary>
public sealed class ControlDeskTests : IDisposable
{
    private static readonly ControlCommand _list = new() { Do = ControlDeeds.ListAccounts };

    private readonly string _directory = Directory.CreateTempSubdirectory("confab-control-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string SocketPath => Path.Combine(_directory, "control");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task What_is_done_while_the_server_runs_is_there_when_it_does_not_and_the_other_way_round()
    {
        await using (await ConfabServer.StartAsync(Options()))
        {
            Assert.True(await AddAsync("alice"));
        }

        Assert.False(File.Exists(SocketPath));
        Assert.True(await AddAsync("bob"));

        await using (await ConfabServer.StartAsync(Options()))
        {
            Assert.Equal(["alice", "bob"], await NamesAsync());
        }
    }

    [Fact]
    public async Task Only_its_owner_may_open_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The directory's rights count there.");
            return;
        }

        await using var server = await ConfabServer.StartAsync(Options());

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SocketPath));
    }

    [Fact]
    public async Task What_a_killed_server_left_is_no_hindrance()
    {
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(SocketPath));
        }

        await File.WriteAllTextAsync(SocketPath, "", Cancel);
        Assert.Empty(await NamesAsync());
        await using var server = await ConfabServer.StartAsync(Options());
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task Lines_come_and_go_however_they_are_cut_and_an_endless_one_costs_only_itself()
    {
        await using var server = await ConfabServer.StartAsync(Options());
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), Cancel);
        await using var stream = new NetworkStream(socket);
        using var answers = new StreamReader(stream, Encoding.UTF8);

        await stream.WriteAsync(Encoding.UTF8.GetBytes("""{"do":"room"""), Cancel);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(".list\"}\n\nnonsense\n" + new string('x', ControlCommand.MaxLineBytes + 1) + "\n{\"do\":\"account.list\"}\n"), Cancel);

        Assert.Contains("#lobby", await answers.ReadLineAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("malformed-input", await answers.ReadLineAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("65536 bytes", await answers.ReadLineAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("\"total\":0", await answers.ReadLineAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_asks_nothing_more_does_not_hold_up_the_stop()
    {
        var server = await ConfabServer.StartAsync(Options());
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), Cancel);
        await using var stream = new NetworkStream(socket);
        using var answers = new StreamReader(stream, Encoding.UTF8);
        await stream.WriteAsync("{\"do\":\"room.list\"}\n"u8.ToArray(), Cancel);
        Assert.Contains("#lobby", await answers.ReadLineAsync(Cancel), StringComparison.Ordinal);

        await server.StopAsync();

        Assert.Null(await answers.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task A_running_server_without_a_socket_is_told_apart_from_one_that_does_not_run()
    {
        var options = Options();
        options.Control = false;
        await using var server = await ConfabServer.StartAsync(options);

        var lost = await Assert.ThrowsAsync<ControlLostException>(NamesAsync);

        Assert.Contains(SocketPath, lost.Message, StringComparison.Ordinal);
        Assert.Contains("stop the server", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_too_long_for_a_socket_costs_the_socket_only()
    {
        var options = Options();
        options.DataDirectory = Path.Combine(_directory, new string('d', 120));

        await using var server = await ConfabServer.StartAsync(options);

        Assert.NotEmpty(server.Doors);
        Assert.False(File.Exists(Path.Combine(options.DataDirectory, "control")));
    }

    [Fact]
    public async Task Only_what_may_come_first_makes_a_directory()
    {
        var options = Options();
        options.DataDirectory = Path.Combine(_directory, "none");

        await Assert.ThrowsAsync<ControlLostException>(() => ControlRoute.OpenAsync(options, mayCreate: false, TimeProvider.System, Cancel));

        Assert.False(Directory.Exists(options.DataDirectory));
    }

    [Fact]
    public async Task The_first_start_says_how_to_become_administrator_and_later_ones_do_not()
    {
        await using (var first = await ConfabServer.StartAsync(Options()))
        {
            Assert.Contains($"  To become administrator: confab account add YOU --administrator --data {_directory}", StartBlock.Lines(first));
        }

        await AddAsync("alice", administrator: true);

        await using var second = await ConfabServer.StartAsync(Options());
        Assert.DoesNotContain(StartBlock.Lines(second), line => line.Contains("administrator", StringComparison.Ordinal));
    }

    private async Task<bool> AddAsync(string name, bool administrator = false)
    {
        await using var control = await ControlRoute.OpenAsync(Options(), mayCreate: true, TimeProvider.System, Cancel);
        var reply = await control.AskAsync(new ControlCommand { Do = ControlDeeds.AddAccount, Name = name, Password = "secret", Administrator = administrator });
        return reply.Ok;
    }

    private async Task<IEnumerable<string>> NamesAsync()
    {
        await using var control = await ControlRoute.OpenAsync(Options(), mayCreate: false, TimeProvider.System, Cancel);
        return (await control.AskAsync(_list)).Accounts!.Select(account => account.Name).ToArray();
    }

    private ServerOptions Options()
    {
        var options = Servers.Options("text");
        options.Ephemeral = false;
        options.DataDirectory = _directory;
        options.Accounts.HashRounds = Chat.Accounts.PasswordVerifier.LeastRounds;
        return options;
    }
}
