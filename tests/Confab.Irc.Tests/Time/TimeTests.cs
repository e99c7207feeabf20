using System.Globalization;
using Confab.Testing.Time;

namespace Confab.Irc.Tests.Time;

/// <summary>What depends on time, under a clock that the test turns.</summary>
public sealed class TimeTests
{
    private readonly TestClock _clock = new();
    private readonly List<IrcMessage> _quits = [];

    // RPL_WHOISIDLE (317): grows, and a message begins it anew
    [Fact]
    public async Task Idle_time_grows_until_something_is_said()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await TurnAsync(TimeSpan.FromMinutes(2), clients);
        var idle = (await clients[0].AskAsync("WHOIS bob")).One("317")[2];
        await clients[1].AskAsync("PRIVMSG #tea :still here");
        var fresh = (await clients[0].AskAsync("WHOIS bob")).One("317")[2];

        Assert.Equal(["120", "0"], [idle, fresh]);
    }

    // whox: l is the idle time
    [Fact]
    public async Task Whox_shows_the_idle_time()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await TurnAsync(TimeSpan.FromMinutes(1), clients);

        Assert.Equal(["alice", "bob", "60"], (await clients[0].AskAsync("WHO bob %nl")).One("354").Parameters);
    }

    // RPL_WHOISIDLE (317): the time of signing on stays
    [Fact]
    public async Task The_time_of_signing_on_stays()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var began = _clock.GetUtcNow().ToUnixTimeSeconds();
        var clients = await server.GatherAsync("#tea", "alice");

        await TurnAsync(TimeSpan.FromMinutes(2), clients);

        Assert.Equal(began.ToString(CultureInfo.InvariantCulture), (await clients[0].AskAsync("WHOIS alice")).One("317")[3]);
    }

    // ELIST parameter, C and T
    [Fact]
    public async Task Channels_are_found_by_age_as_time_goes_by()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var clients = await server.GatherAsync("#old", "alice");
        await clients[0].AskAsync("TOPIC #old :Green");
        await TurnAsync(TimeSpan.FromMinutes(5), clients);
        await clients[0].AskAsync("JOIN #new", "TOPIC #new :Black");

        Assert.Contains("#new", await ListedAsync(clients[0], "C<3"));
        Assert.DoesNotContain("#old", await ListedAsync(clients[0], "C<3"));
        Assert.Contains("#old", await ListedAsync(clients[0], "C>3"));
        Assert.DoesNotContain("#new", await ListedAsync(clients[0], "C>3"));
        Assert.Equal(["#new"], await ListedAsync(clients[0], "T<3"));
        Assert.Equal(["#old"], await ListedAsync(clients[0], "T>3"));
    }

    // RPL_CREATIONTIME (329), RPL_TOPICWHOTIME (333): of then, not of now
    [Fact]
    public async Task Times_are_those_of_the_deed()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var began = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var clients = await server.GatherAsync("#tea", "alice");
        await clients[0].AskAsync("TOPIC #tea :Green", "MODE #tea +b bob!*@*");

        await TurnAsync(TimeSpan.FromMinutes(3), clients);

        Assert.Equal(began, (await clients[0].AskAsync("MODE #tea")).One("329")[2]);
        Assert.Equal(began, (await clients[0].AskAsync("TOPIC #tea")).One("333")[3]);
        Assert.Equal(began, (await clients[0].AskAsync("MODE #tea b")).One("367")[4]);
    }

    // RPL_STATSUPTIME (242)
    [Fact]
    public async Task The_uptime_grows()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var oper = await server.OperAsync("alice");

        await TurnAsync(TimeSpan.FromMinutes(62), [oper]);

        Assert.Matches("^Server Up 0 days 0?1:02:", (await oper.AskAsync("STATS u")).One("242")[1]);
    }

    // KLINE with minutes: it ends
    [Fact]
    public async Task A_kline_with_minutes_ends()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var oper = await server.OperAsync("alice");
        await oper.AskAsync("KLINE 10 *kettle*@* :no kettles");

        await TurnAsync(TimeSpan.FromMinutes(9), [oper]);
        Assert.Equal("ERROR", await FirstOfAsync(server));
        await TurnAsync(TimeSpan.FromMinutes(2), [oper]);

        Assert.Equal("001", await FirstOfAsync(server));
        (await oper.AskAsync("STATS k")).Lacks("216");
    }

    // PING message: a client that does not answer is gone, and the others see why
    [Fact]
    public async Task Who_does_not_answer_pings_is_gone()
    {
        await using var server = await IrcServer.StartAsync(_clock);
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await TurnAsync(TimeSpan.FromMinutes(20), [clients[0]]);
        _quits.AddRange((await clients[0].SyncAsync()).All("QUIT"));

        Assert.Equal("bob", Assert.Single(_quits).Nick);
        Assert.StartsWith("Ping timeout", _quits[0][0], StringComparison.Ordinal);
    }

    // In small steps, with an answer from each client between them, so that nobody is silent for long.
    private async Task TurnAsync(TimeSpan time, IReadOnlyList<IrcClient> clients)
    {
        var step = TimeSpan.FromSeconds(20);
        for (var done = TimeSpan.Zero; done < time; done += step)
        {
            _clock.Advance(step < time - done ? step : time - done);
            foreach (var client in clients)
            {
                _quits.AddRange((await client.SyncAsync()).All("QUIT"));
            }
        }
    }

    private static async Task<string> FirstOfAsync(IrcServer server)
    {
        var client = await server.ConnectAsync();
        await client.SendAsync("NICK bob");
        await client.SendAsync("USER kettle 0 * :Bob");
        return (await client.ReadUntilAsync(message => message.Command is "001" or "ERROR"))[^1].Command;
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(IrcClient client, string conditions)
    {
        var replies = await client.AskAsync($"LIST {conditions}");
        replies.One("323");
        return [.. replies.All("322").Select(line => line[1]).Order(StringComparer.Ordinal)];
    }
}
