namespace Confab.Irc.Tests.Queries;

public sealed class UserhostTests
{
    // RPL_USERHOST (302)
    [Fact]
    public async Task Somebody_is_shown_with_user_and_host()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var source = (await alice.JoinAsync("#tea")).One("JOIN");

        var reply = Assert.Single(await alice.AskAsync("USERHOST alice"));

        Assert.Equal("302", reply.Command);
        Assert.Equal(["alice", $"alice=+{source.User}@{source.Host}"], reply.Parameters.Select(word => word.Trim()));
    }

    // USERHOST message: up to five, each a parameter of its own; who is not there is left out
    [Fact]
    public async Task Several_are_shown_and_nobody_is_left_out()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var reply = (await alice.AskAsync("USERHOST alice nobody BOB")).One("302");

        Assert.Equal(["alice", "bob"], reply[1].Trim().Split(' ').Select(word => word.Split('=')[0]));
    }

    // USERHOST message: up to five
    [Fact]
    public async Task More_than_five_are_dropped()
    {
        await using var server = await IrcServer.StartAsync();
        var nicks = new[] { "alice", "bob", "carol", "dave", "eve", "frank" };
        var clients = new List<IrcClient>();
        foreach (var nick in nicks)
        {
            clients.Add(await server.RegisterAsync(nick));
        }

        var shown = (await clients[0].AskAsync($"USERHOST {string.Join(' ', nicks)}")).All("302").SelectMany(reply => reply[1].Trim().Split(' '));

        Assert.Equal(nicks.Take(5), shown.Select(word => word.Split('=')[0]));
    }

    // RPL_USERHOST (302): nobody at all
    [Fact]
    public async Task Nobody_gives_an_empty_reply()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", ""], (await alice.AskAsync("USERHOST nobody")).One("302").Parameters);
    }

    // RPL_USERHOST (302): * marks an operator
    [Fact]
    public async Task An_operator_has_a_star()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        Assert.StartsWith("alice*=+", (await alice.AskAsync("USERHOST alice")).One("302")[1], StringComparison.Ordinal);
    }

    // ERR_NEEDMOREPARAMS (461)
    [Theory]
    [InlineData("USERHOST")]
    [InlineData("ISON")]
    public async Task Without_parameter_it_is_461(string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", command], (await alice.AskAsync(command)).One("461").Parameters.Take(2));
    }

    // RFC 1459 5.8, RPL_ISON (303)
    [Theory]
    [InlineData("ISON alice nobody bob", "alice bob")]
    [InlineData("ISON :alice nobody bob", "alice bob")]
    [InlineData("ISON BOB", "bob")]
    [InlineData("ISON nobody", "")]
    public async Task Ison_lists_those_who_are_there(string line, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var reply = Assert.Single(await alice.AskAsync(line));

        Assert.Equal("303", reply.Command);
        Assert.Equal(["alice", expected], reply.Parameters.Select(word => word.Trim()));
    }
}
