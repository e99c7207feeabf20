using System.Globalization;

namespace Confab.Irc.Tests.Registration;

public sealed class WelcomeTests
{
    // Connection Registration: the order after success
    [Fact]
    public async Task The_burst_begins_with_001_to_004_then_005()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        Assert.Equal(["001", "002", "003", "004", "005"], burst.Commands.Where(command => command.StartsWith("00", StringComparison.Ordinal)).Distinct());
        Assert.Equal("001", burst.Commands[0]);
        Assert.Equal("005", burst.Commands[4]);
    }

    // Connection Registration: LUSERS after 005, then the message of the day
    [Fact]
    public async Task The_burst_goes_on_with_lusers_and_ends_with_the_motd()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");
        var commands = burst.Commands.ToList();

        Assert.True(commands.LastIndexOf("005") < commands.IndexOf("251"), burst.ToString());
        Assert.True(commands.IndexOf("251") < commands.IndexOf("255"), burst.ToString());
        Assert.True(commands.IndexOf("255") < commands.IndexOf("422"), burst.ToString());
    }

    // Feature Advertisement: consecutive 005 are adjacent
    [Fact]
    public async Task All_005_lines_stand_together()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var commands = (await client.RegisterAsync("alice")).Commands.ToList();

        Assert.Equal(commands.Count(command => command == "005"), commands.LastIndexOf("005") - commands.IndexOf("005") + 1);
    }

    // Numeric Replies: source is the server, target is the client
    [Fact]
    public async Task Every_numeric_of_the_burst_is_from_the_server_to_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        Assert.All(burst.Where(message => message.IsNumeric), message =>
        {
            Assert.Equal(IrcServer.Name, message.Source);
            Assert.Equal("alice", message[0]);
        });
    }

    // RPL_WELCOME (001), RPL_YOURHOST (002), RPL_CREATED (003)
    [Fact]
    public async Task The_greetings_name_network_nickname_and_server()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        Assert.StartsWith("Welcome to the Confab Network, alice", burst.One("001")[1], StringComparison.Ordinal);
        Assert.StartsWith("Your host is confab.local, running version ", burst.One("002")[1], StringComparison.Ordinal);
        Assert.StartsWith("This server was created ", burst.One("003")[1], StringComparison.Ordinal);
        Assert.Contains(DateTimeOffset.UtcNow.Year.ToString(CultureInfo.InvariantCulture), burst.One("003")[1], StringComparison.Ordinal);
        Assert.All(["001", "002", "003"], numeric => Assert.Equal(2, burst.One(numeric).Parameters.Count));
    }

    // RPL_MYINFO (004): client, server, version, user modes, channel modes, channel modes with a parameter
    [Fact]
    public async Task Numeric_004_has_five_words_after_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var info = (await client.RegisterAsync("alice")).One("004");

        Assert.Equal(6, info.Parameters.Count);
        Assert.Equal(IrcServer.Name, info[1]);
        Assert.All("ioBRw", mode => Assert.Contains(mode, info[3]));
        Assert.All("bklimnstfqaohv", mode => Assert.Contains(mode, info[4]));
        Assert.All("bklfeIqaohv", mode => Assert.Contains(mode, info[5]));
        Assert.All("imnstCMRu", mode => Assert.DoesNotContain(mode, info[5]));
    }

    // MOTD message, ERR_NOMOTD (422)
    [Fact]
    public async Task Without_a_motd_the_burst_has_422()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        Assert.Equal(2, burst.One("422").Parameters.Count);
        burst.Lacks("375", "372", "376");
    }

    // MOTD message: 375, then 372, then 376
    [Fact]
    public async Task With_a_motd_the_burst_has_it()
    {
        await using var server = await IrcServer.StartAsync(("irc.motd", "Tea is ready."));
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        burst.Lacks("422");
        Assert.Equal(["375", "372", "376"], burst.Commands.Where(command => command is "375" or "372" or "376"));
        Assert.Contains("Tea is ready.", burst.One("372")[1], StringComparison.Ordinal);
    }

    // The names of server and network are settings
    [Fact]
    public async Task The_server_and_the_network_have_the_names_of_the_settings()
    {
        await using var server = await IrcServer.StartAsync(("irc.serverName", "tea.example"), ("irc.networkName", "Kettle"));
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("alice");

        Assert.Equal("tea.example", burst.One("001").Source);
        Assert.Contains("Kettle", burst.One("001")[1], StringComparison.Ordinal);
        Assert.Contains("NETWORK=Kettle", burst.All("005").SelectMany(line => line.Parameters));
    }

    // RPL_LUSERCLIENT (251), RPL_LUSERME (255), RPL_LOCALUSERS (265), RPL_GLOBALUSERS (266)
    [Fact]
    public async Task The_user_counts_of_the_burst_count_the_newcomer()
    {
        await using var server = await IrcServer.StartAsync();
        await server.RegisterAsync("alice");
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("bob");

        Assert.Equal(["bob", "2", "2"], burst.One("265").Parameters.Take(3));
        Assert.Equal(["bob", "2", "2"], burst.One("266").Parameters.Take(3));
        Assert.Contains(2.ToString(CultureInfo.InvariantCulture), burst.One("255")[1], StringComparison.Ordinal);
    }
}
