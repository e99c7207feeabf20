using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Processes;

/// <summary><c>confab account</c> and <c>confab room</c>, against a real server and without one.</summary>
public sealed class AdministrationTests : IDisposable
{
    // As few rounds as are allowed: the tests are not about how long a guesser would need.
    private const string Settings = """{ "accounts": { "hashRounds": 4096 } }""";

    private readonly TemporaryData _data = new();
    private readonly TemporaryData _config = new();

    public void Dispose()
    {
        _data.Dispose();
        _config.Dispose();
    }

    [Fact]
    public async Task The_first_administrator_is_made_as_the_start_block_says_and_others_are_looked_after_while_the_server_runs()
    {
        await using var server = ConfabProcess.Serve(_data.Path, "--config", Config());
        await server.WaitForTextAsync($"To become administrator: confab account add YOU --administrator --data {_data.Path}");

        Assert.Equal("alice has an account and is administrator.", await DoneAsync("secret", "account", "add", "alice", "--administrator", "--password-stdin"));
        await DoneAsync("secret", "account", "add", "bob", "--password-stdin");
        await DoneAsync(null, "account", "suspend", "bob", "much", "too", "loud");

        Assert.Matches("(?s)^alice +since 2.*, administrator\nbob +since .*, suspended: much too loud\n2 accounts.$", await DoneAsync(null, "account", "list"));
        Assert.Matches("""^\{"name":"bob","created":"[^"]+","suspended":"much too loud"\}$""", await DoneAsync(null, "account", "list", "b*", "--json"));
        await DoneAsync(null, "account", "unsuspend", "bob");
        await DoneAsync(null, "account", "promote", "alice", "off");
        await DoneAsync("other", "account", "passwd", "bob", "--password-stdin");
        Assert.DoesNotMatch("administrator|suspended", await DoneAsync(null, "account", "list"));
        await DoneAsync(null, "account", "delete", "alice", "--yes");
        Assert.Contains("Here as: nobody", await DoneAsync(null, "account", "show", "bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_works_without_a_server_and_is_there_when_one_starts()
    {
        await DoneAsync("secret", "account", "add", "alice", "--administrator", "--password-stdin");
        await DoneAsync("secret", "account", "add", "bob", "--password-stdin");
        await DoneAsync(null, "room", "register", "tea", "alice");
        Assert.Equal("bob has the rank op in #tea.", await DoneAsync(null, "room", "access", "set", "#tea", "bob", "op"));

        await using var server = ConfabProcess.Serve(_data.Path, "--config", Config());
        await using var text = await SocketClient.ConnectAsync(await server.DoorAsync("text"));
        await text.SendAsync("tom\n/join #tea\n");
        await text.ReadUntilAsync("#tea");
        Assert.DoesNotContain("administrator", server.Output, StringComparison.Ordinal);

        Assert.Matches("(?m)^#tea +1 here, belongs to alice$", await DoneAsync(null, "room", "list"));
        Assert.Equal("alice  founder\nbob    op", await DoneAsync(null, "room", "access", "list", "tea"));
        await DoneAsync(null, "room", "access", "remove", "tea", "bob");
        await DoneAsync(null, "room", "transfer", "tea", "bob");
        Assert.Equal("""{"name":"bob","rank":"founder"}""", await DoneAsync(null, "room", "access", "list", "tea", "--json"));
        await DoneAsync(null, "room", "drop", "tea", "--yes");
        Assert.Contains("""{"room":"#tea","members":1}""", await DoneAsync(null, "room", "list", "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_end_has_its_status_and_one_line_that_says_why()
    {
        await using var server = ConfabProcess.Serve(_data.Path, "--config", Config(), "--set", "control=off");
        await server.DoorAsync("text");
        using var other = new TemporaryData();
        var none = Path.Combine(other.Path, "none");

        Assert.Matches("^confab: A server uses the data directory .*does not answer", await EndsAsync(3, null, "account", "list", "--data", _data.Path));
        Assert.Matches("^confab: There is no data directory .*--data", await EndsAsync(3, null, "room", "list", "--data", none));
        Assert.Matches("^confab: There is no account 'nobody'", await EndsAsync(1, null, "account", "show", "nobody", "--data", other.Path));
        Assert.Matches("--password-stdin", await EndsAsync(2, "secret", "account", "add", "alice", "--data", other.Path));
        Assert.Matches("add --yes", await EndsAsync(2, null, "room", "drop", "tea", "--data", other.Path));
        Assert.Matches("maybe", await EndsAsync(2, null, "account", "promote", "alice", "maybe", "--data", other.Path));
    }

    [Fact]
    public async Task A_log_for_programs_says_it_too()
    {
        await using var server = ConfabProcess.Serve(_data.Path, "--log-format", "json");

        await server.WaitForTextAsync($"confab account add YOU --administrator --data {_data.Path}");
    }

    private Task<string> DoneAsync(string? input, params string[] arguments) =>
        EndsAsync(0, input, [.. arguments, "--data", _data.Path, "--config", Config()]);

    private static async Task<string> EndsAsync(int status, string? input, params string[] arguments)
    {
        await using var command = ConfabProcess.Run(arguments);
        if (input is not null)
        {
            await command.TypeAsync(input);
        }

        command.EndInput();
        Assert.True(await command.StatusAsync() == status, $"{string.Join(' ', arguments)}: {command.Output}");
        return command.Output.Trim();
    }

    private string Config()
    {
        var path = Path.Combine(_config.Path, "confab.json");
        File.WriteAllText(path, Settings);
        return path;
    }
}
