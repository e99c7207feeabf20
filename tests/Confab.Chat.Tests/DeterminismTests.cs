using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_requests_are_decided_in_the_same_way_and_the_state_holds_together(int seed)
    {
        var once = Play(seed);
        var again = Play(seed);

        Assert.Equal(once, again);
        Assert.Contains(once, line => line.Contains(nameof(MessagePosted), StringComparison.Ordinal));
        Assert.Contains(once, line => line.Contains(nameof(MemberKicked), StringComparison.Ordinal));
    }

    private static List<string> Play(int seed)
    {
        var random = new Random(seed);
        var chat = new ChatUnderTest(limits => limits.RoomsPerSession = 2);
        var people = Enumerable.Range(0, 8).Select(_ => chat.Connect()).Append(chat.Operator()).ToArray();
        var told = new List<string>();
        for (var turn = 0; turn < 3_000; turn++)
        {
            var decision = chat.Ask(people[random.Next(people.Length)], Next(random));
            told.Add($"{decision.Reply?.GetType().Name} {string.Join(' ', decision.Events.Select(one => one.GetType().Name))}");
            foreach (var entry in decision.Entries)
            {
                chat.Commit(entry);
            }

            Check(chat);
        }

        return told;
    }

    private static Request Next(Random random)
    {
        RoomName room = ChatUnderTest.Room($"#room{random.Next(3)}");
        var name = $"name{random.Next(4)}";
        return random.Next(10) switch
        {
            0 or 1 => new SignOn(name, Sessions.Presence.Announced, AcceptOther: random.Next(2) == 0, room),
            2 or 3 => new JoinRoom(room),
            4 => new PartRoom(room, null),
            5 => new Rename(name),
            6 => new Post(room, "hello"),
            7 => new SetTopic(room, random.Next(2) == 0 ? string.Empty : "topic"),
            8 => new KickMember(room, name, null),
            _ => random.Next(4) == 0 ? new SignOff(null) : new Ping(),
        };
    }

    /// <summary>What must be true at every moment: rooms and sessions agree on who sits where, and every nickname finds its bearer.</summary>
    private static void Check(ChatUnderTest chat)
    {
        foreach (var room in chat.State.Rooms)
        {
            Assert.True(room.IsDefault || room.Members.Count > 0 || room.LastNumber > 0 || room.Topic is not null);
            foreach (var member in room.Members)
            {
                Assert.Same(member.User, chat.State.FindUser(member.User.Id));
                Assert.Same(member.User, chat.State.FindUser(member.User.Nickname.Text));
                Assert.Contains(room, member.User.Rooms);
                Assert.InRange(member.User.Rooms.Count, 1, 2);
                Assert.All(member.User.Rooms, own => Assert.True(own.Has(member.User.Id)));
            }
        }
    }
}
