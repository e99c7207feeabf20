using Confab.Irc.Tests.Kit;

namespace Confab.Irc.Tests.Permissions;

/// <summary>
/// Asks every way to read something of a secret room in every role that one may have to it. What is said there is for those who sit there; that it
/// exists is for them and for those who run the server.
/// </summary>
public sealed class ReadPathTests
{
    private const string Room = "#secret";
    private const string Said = "the kettle is hidden";

    private static readonly Dictionary<ReadPath, (string Line, Func<Replies, bool> Tells)> _paths = new()
    {
        [ReadPath.History] = ($"CHATHISTORY LATEST {Room} * 10", replies => Mentions(replies, Said)),
        [ReadPath.HistoryBefore] = ($"CHATHISTORY BEFORE {Room} timestamp=2999-01-01T00:00:00.000Z 10", replies => Mentions(replies, Said)),
        [ReadPath.HistoryTargets] =
            ("CHATHISTORY TARGETS timestamp=2000-01-01T00:00:00.000Z timestamp=2999-01-01T00:00:00.000Z 10", replies => Mentions(replies, Room)),
        [ReadPath.Playback] = ("PRIVMSG *playback :play *", replies => Mentions(replies, Said)),
        [ReadPath.List] = ("LIST", replies => replies.All("322").Count > 0),
        [ReadPath.Names] = ($"NAMES {Room}", replies => replies.All("353").Count > 0),
        [ReadPath.Who] = ($"WHO {Room}", replies => replies.All("352").Any(line => line.Parameters.Contains("host"))),
        [ReadPath.Whois] = ("WHOIS host", replies => replies.All("319").Any(line => line.Parameters[^1].Contains(Room, StringComparison.Ordinal))),
        [ReadPath.Topic] = ($"TOPIC {Room}", replies => Mentions(replies, "about tea")),
        [ReadPath.Modes] = ($"MODE {Room}", replies => replies.All("324").Count > 0),
        [ReadPath.Bans] = ($"MODE {Room} b", replies => replies.All("367").Count > 0),
        [ReadPath.Key] = ($"MODE {Room}", replies => replies.All("324").Any(line => line.Parameters.Contains("kettle"))),
    };

    public static TheoryData<ReadRole, ReadPath> Everything()
    {
        var all = new TheoryData<ReadRole, ReadPath>();
        foreach (var role in Enum.GetValues<ReadRole>())
        {
            foreach (var path in Enum.GetValues<ReadPath>())
            {
                all.Add(role, path);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task What_is_read_depends_on_the_role(ReadRole role, ReadPath path)
    {
        await using var server = await IrcServer.StartAsync();
        var host = await server.RegisterAsync("host");
        await host.JoinAsync(Room);
        await host.AskAsync($"MODE {Room} +sk kettle", $"MODE {Room} +b x!*@*", $"TOPIC {Room} :about tea", $"PRIVMSG {Room} :{Said}");
        var actor = await PlayAsync(server, host, role);

        var (line, tells) = _paths[path];
        var replies = await actor.AskAsync(line);

        Assert.True(tells(replies) == IsAllowed(role, path), $"{role} asked {line} and was told:\n{replies}");
    }

    private static bool IsAllowed(ReadRole role, ReadPath path)
    {
        var sitsThere = role is ReadRole.Member or ReadRole.Moderator;
        return path switch
        {
            ReadPath.History or ReadPath.HistoryBefore or ReadPath.HistoryTargets or ReadPath.Playback or ReadPath.Key => sitsThere,
            _ => sitsThere || role == ReadRole.ServerOperator,
        };
    }

    private static async Task<IrcClient> PlayAsync(IrcServer server, IrcClient host, ReadRole role)
    {
        var actor = await server.RegisterAsync("guest", "batch", "draft/chathistory", "server-time", "message-tags", "znc.in/playback");
        if (role is not (ReadRole.Stranger or ReadRole.ServerOperator))
        {
            await actor.JoinAsync(Room, "kettle");
        }

        switch (role)
        {
            case ReadRole.Left:
                await actor.AskAsync($"PART {Room}");
                break;
            case ReadRole.Kicked:
                await host.AskAsync($"KICK {Room} guest");
                await actor.SyncAsync();
                break;
            case ReadRole.Banned:
                await host.AskAsync($"MODE {Room} +b guest!*@*", $"KICK {Room} guest");
                await actor.SyncAsync();
                break;
            case ReadRole.Moderator:
                await host.AskAsync($"MODE {Room} +o guest");
                await actor.SyncAsync();
                break;
            case ReadRole.ServerOperator:
                await actor.OperAsync();
                break;
        }

        return actor;
    }

    private static bool Mentions(Replies replies, string text) =>
        replies.Any(line => line.Parameters.Any(parameter => parameter.Contains(text, StringComparison.Ordinal)));
}
