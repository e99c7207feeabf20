using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Which rooms there are (Modern IRC, LIST; the conditions of ELIST).</summary>
internal static class ListCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(
            "LIST",
            0,
            IrcState.Registered,
            [
                "LIST [<channel>{,<channel>}] [<condition>{,<condition>}]",
                "Lists channels. Conditions: >n and <n members, C>n and C<n minutes since it was made, T>n and T<n minutes since its topic was set,",
                "*mask* that the name fits, !*mask* that it does not.",
            ],
            Run),
    ];

    private static void Run(IrcContext context)
    {
        var conditions = context.Parameters
            .SelectMany(parameter => parameter.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        var names = conditions.Where(one => one[0] == '#' && !IsMask(one)).Select(Key).ToHashSet(StringComparer.Ordinal);
        var filters = conditions.Where(one => one[0] != '#' || IsMask(one)).Select(one => Filter(one, context.Decision.Now)).ToArray();
        context.Reply(IrcNumerics.RplListStart, "Channel", "Users  Name");
        if (context.Ask(new ListRooms()) is RoomsListed listed)
        {
            foreach (var room in listed.Rooms)
            {
                if (room.Members > 0 && (names.Count == 0 || names.Contains(room.Room.Key)) && Array.TrueForAll(filters, filter => filter(room)))
                {
                    context.Reply(IrcNumerics.RplList, room.Room.Text, room.Members.ToString(CultureInfo.InvariantCulture), room.Topic ?? string.Empty);
                }
            }
        }

        context.Reply(IrcNumerics.RplListEnd, "End of /LIST");
    }

    private static bool IsMask(string text) => text.Contains('*', StringComparison.Ordinal) || text.Contains('?', StringComparison.Ordinal);

    private static string Key(string text) => RoomName.TryCreate(text, out var name, out _) ? name.Key : text;

    // A condition that cannot be read lets everything pass, as on other servers.
    private static Func<RoomShown, bool> Filter(string condition, DateTimeOffset now)
    {
        if (condition[0] == '!' && condition.Length > 1)
        {
            var not = Glob.Parse(condition[1..]);
            return room => !not.Matches(room.Room.Key);
        }

        if (IsMask(condition))
        {
            var mask = Glob.Parse(condition);
            return room => mask.Matches(room.Room.Key);
        }

        var what = condition[0] is 'C' or 'c' or 'T' or 't' or 'U' or 'u' ? char.ToUpperInvariant(condition[0]) : 'U';
        var rest = char.IsAsciiLetter(condition[0]) ? condition[1..] : condition;
        if (rest.Length < 2 || rest[0] is not ('<' or '>') || !int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var bound))
        {
            return _ => true;
        }

        var more = rest[0] == '>';
        return what switch
        {
            'C' => room => Age(room.Created, now) is { } age && Compares(age, bound, more),
            'T' => room => Age(room.TopicTime, now) is { } age && Compares(age, bound, more),
            _ => room => Compares(room.Members, bound, more),
        };
    }

    private static double? Age(DateTimeOffset? since, DateTimeOffset now) => since is { } time ? (now - time).TotalMinutes : null;

    private static bool Compares(double value, int bound, bool more) => more ? value > bound : value < bound;
}
