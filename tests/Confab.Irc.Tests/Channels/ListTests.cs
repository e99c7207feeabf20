namespace Confab.Irc.Tests.Channels;

public sealed class ListTests
{
    // LIST message: 321, 322, 323
    [Fact]
    public async Task A_list_has_a_start_channels_and_an_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "TOPIC #tea :Green");

        var replies = await alice.AskAsync("LIST");

        Assert.Equal("321", replies.Commands[0]);
        Assert.Equal("323", replies.Commands[^1]);
        Assert.Equal(["alice", "#tea", "1", "Green"], replies.All("322").Single(line => line[1] == "#tea").Parameters);
    }

    // RPL_LISTSTART (321), RPL_LISTEND (323)
    [Fact]
    public async Task Start_and_end_have_their_words()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("LIST #nowhere");

        Assert.Equal(["321", "323"], replies.Commands);
        Assert.Equal("321 alice Channel Users  Name", replies[0].Said);
        Assert.Equal(2, replies[1].Parameters.Count);
    }

    // RPL_LIST (322): an empty topic is an empty parameter
    [Fact]
    public async Task A_channel_without_topic_has_an_empty_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal(["alice", "#tea", "1", ""], (await alice.AskAsync("LIST #tea")).One("322").Parameters);
    }

    // LIST message: only the given channels
    [Fact]
    public async Task A_list_of_some_channels_has_only_these()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake,#milk");

        Assert.Equal(["#cake", "#tea"], await ListedAsync(alice, "#tea,#cake"));
    }

    // Secret Channel Mode
    [Fact]
    public async Task A_secret_channel_is_listed_for_its_members_only()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +s");
        var bob = await server.RegisterAsync("bob");

        Assert.DoesNotContain("#tea", await ListedAsync(bob, ""));
        Assert.DoesNotContain("#tea", await ListedAsync(bob, "#tea"));
        Assert.Contains("#tea", await ListedAsync(alice, ""));
    }

    // ELIST parameter, U
    [Fact]
    public async Task Channels_are_found_by_their_number_of_users()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("JOIN #cake");
        await clients[1].AskAsync("JOIN #milk");
        await clients[2].AskAsync("JOIN #milk");

        Assert.Equal(["#tea"], await ListedAsync(clients[0], ">2"));
        Assert.Equal(["#milk", "#tea"], await ListedAsync(clients[0], ">1"));
        Assert.DoesNotContain("#tea", await ListedAsync(clients[0], "<3"));
        Assert.Contains("#cake", await ListedAsync(clients[0], "<2"));
        Assert.DoesNotContain("#milk", await ListedAsync(clients[0], "<2"));
    }

    // ELIST parameter: several conditions all hold
    [Fact]
    public async Task Several_conditions_must_all_hold()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[1].AskAsync("JOIN #milk");
        await clients[2].AskAsync("JOIN #milk,#cake");

        Assert.Equal(["#milk"], await ListedAsync(clients[0], ">1,<3"));
    }

    // ELIST parameter, M
    [Fact]
    public async Task Channels_are_found_by_mask()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#teapot,#cake");

        Assert.Equal(["#tea", "#teapot"], await ListedAsync(alice, "#te*"));
        Assert.Equal(["#cake"], await ListedAsync(alice, "*c?ke"));
    }

    // ELIST parameter, N
    [Fact]
    public async Task Channels_are_found_by_what_they_do_not_match()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#teapot,#cake");

        var listed = await ListedAsync(alice, "!#te*");

        Assert.Contains("#cake", listed);
        Assert.DoesNotContain("#tea", listed);
        Assert.DoesNotContain("#teapot", listed);
    }

    // ELIST parameter, C: created less than so many minutes ago, or more
    [Fact]
    public async Task Channels_are_found_by_their_age()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea");

        Assert.Contains("#tea", await ListedAsync(alice, "C<2"));
        Assert.DoesNotContain("#tea", await ListedAsync(alice, "C>2"));
        Assert.Contains("#tea", await ListedAsync(alice, "c<2"));
    }

    // ELIST parameter, T: topic set less than so many minutes ago, or more
    [Fact]
    public async Task Channels_are_found_by_the_age_of_their_topic()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake", "TOPIC #tea :Green");

        Assert.Contains("#tea", await ListedAsync(alice, "T<2"));
        Assert.DoesNotContain("#cake", await ListedAsync(alice, "T<2"));
        Assert.DoesNotContain("#tea", await ListedAsync(alice, "T>2"));
    }

    // LIST message: channels first, conditions second
    [Fact]
    public async Task Channels_and_conditions_may_be_given_together()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("JOIN #cake");

        Assert.Equal(["#tea"], await ListedAsync(clients[0], "#tea,#cake >1"));
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(IrcClient client, string parameters)
    {
        var replies = await client.AskAsync($"LIST {parameters}".TrimEnd());
        replies.One("323");
        return [.. replies.All("322").Select(line => line[1]).Order(StringComparer.Ordinal)];
    }
}
