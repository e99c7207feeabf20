using System.Globalization;

namespace Confab.Irc.Tests.V3.Lists;

/// <summary>WHO with chosen fields (whox).</summary>
public sealed class WhoxTests
{
    // ISUPPORT token: without a value.
    [Fact]
    public async Task It_is_announced_without_a_value()
    {
        await using var server = await IrcServer.StartAsync();
        var asker = await server.ConnectAsync();
        Assert.Contains((await asker.RegisterAsync("asker")).All("005"), line => line.Parameters.Contains("WHOX"));
    }

    // 354: one field each.
    [Theory]
    [InlineData("n", "bob")]
    [InlineData("f", "H")]
    [InlineData("a", "0")]
    [InlineData("s", IrcServer.Name)]
    public async Task A_field_alone_is_answered_alone(string field, string value)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        var replies = await alice.AskAsync($"WHO bob %{field}");
        Assert.Equal(["alice", value], replies.One("354").Parameters);
        Assert.Equal(["alice", "bob"], replies.One("315").Parameters.Take(2));
        replies.Lacks("352");
    }

    // 354: user, host and real name are those of WHOIS.
    [Fact]
    public async Task User_host_and_real_name_are_those_of_WHOIS()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        var whois = (await alice.AskAsync("WHOIS bob")).One("311");
        Assert.Equal(["alice", whois[2], whois[3], IrcClient.RealNameOf("bob")], (await alice.AskAsync("WHO bob %uhr")).One("354").Parameters);
    }

    // 354: the order is fixed, whatever the order of the letters.
    [Theory]
    [InlineData("%tcuihsnflar,123")]
    [InlineData("%ralfnshiuct,123")]
    [InlineData("%nuhcsiatlrf,123")]
    public async Task All_fields_come_in_their_fixed_order(string fields)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        var line = (await alice.AskAsync($"WHO bob {fields}")).One("354");
        Assert.Equal(12, line.Parameters.Count);
        Assert.Equal(["alice", "123", "#room"], line.Parameters.Take(3));
        Assert.Equal([IrcServer.Name, "bob", "H"], line.Parameters.Skip(6).Take(3));
        Assert.True(int.Parse(line[9], CultureInfo.InvariantCulture) >= 0);
        Assert.Equal(["0", IrcClient.RealNameOf("bob")], line.Parameters.Skip(10));
    }

    // 354: the account.
    [Fact]
    public async Task The_account_is_told()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.LogInAsync("alice", "teapot");
        Assert.Equal(["alice", "alice", "teapot"], (await alice.AskAsync("WHO alice %na")).One("354").Parameters);
    }

    // 354: an asterisk where there is no room to tell.
    [Fact]
    public async Task Without_a_common_room_there_is_an_asterisk()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        Assert.Equal(["alice", "*", "bob"], (await alice.AskAsync("WHO bob %cn")).One("354").Parameters);
    }

    // 354: an address, or the placeholder of a server that keeps it for itself.
    [Fact]
    public async Task The_address_is_an_address()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var address = (await alice.AskAsync("WHO alice %i")).One("354")[1];
        Assert.Contains(address, (string[])["127.0.0.1", "255.255.255.255"]);
    }

    // Extended WHO command: a room, everybody in it.
    [Fact]
    public async Task A_room_is_answered_with_all_of_its_members()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#room", "alice", "bob", "carol");
        var replies = await clients[0].AskAsync("WHO #room %tcnf,42");
        Assert.Equal(["alice", "bob", "carol"], replies.All("354").Select(line => line[3]).Order());
        Assert.All(replies.All("354"), line => Assert.Equal(["alice", "42", "#room"], line.Parameters.Take(3)));
        Assert.Equal("#room", replies[^1][1]);
    }

    // Extended WHO command: nobody found is only the end.
    [Fact]
    public async Task Nobody_found_is_only_315()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal(["315"], (await alice.AskAsync("WHO nobody %n")).Commands);
    }

    // Extended WHO command: fields that are not known are left out.
    [Fact]
    public async Task Fields_that_are_not_known_are_left_out()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal(["alice", "alice"], (await alice.AskAsync("WHO alice %zn")).One("354").Parameters);
    }

    // 354: away, and server operators.
    [Fact]
    public async Task Flags_tell_who_is_away_and_who_is_an_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("oper");
        await oper.AskAsync("AWAY :tea");
        Assert.Equal("G*", (await oper.AskAsync("WHO oper %f")).One("354")[1]);
    }

    // Extended WHO command: flags before the percent sign, such as o.
    [Fact]
    public async Task Flags_before_the_fields_are_understood()
    {
        await using var server = await IrcServer.StartAsync();
        await server.OperAsync("oper");
        var clients = await server.GatherAsync("#room", "alice");
        Assert.Equal(["oper"], (await clients[0].AskAsync("WHO * o%n")).All("354").Select(line => line[1]));
    }

    // Without fields WHO stays as it was.
    [Fact]
    public async Task Without_fields_WHO_is_answered_by_352()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var replies = await alice.AskAsync("WHO alice");
        replies.Lacks("354");
        Assert.Equal("alice", replies.One("352")[5]);
    }
}
