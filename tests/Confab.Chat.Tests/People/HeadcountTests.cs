using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.People;

public sealed class HeadcountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Users_are_counted_and_the_most_remembered()
    {
        _chat.Operator();
        _chat.Enter("tom");
        _chat.Ask(_chat.Enter("ann"), new SignOff(null));

        Assert.Equal((1, 2), (_chat.State.Headcount.Users, _chat.State.Headcount.MostUsers));
    }

    [Fact]
    public void Who_is_on_the_way_in_is_counted_until_they_are_in_or_gone()
    {
        var (one, other, third) = (_chat.Connect(), _chat.Connect(), _chat.Connect());
        var count = _chat.State.Headcount;
        count.Arrives(one);
        count.Arrives(one);
        count.Arrives(other);
        count.Arrives(third);
        Assert.Equal(3, count.Arriving);

        _chat.Ask(one, new SignOn("tom", Presence.Announced, AcceptOther: false));
        _chat.Ask(other, new SignOff(null));

        Assert.Equal(1, count.Arriving);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_counted_as_people_come_and_go_is_what_a_look_at_everybody_finds(int seed)
    {
        var random = new Random(seed);
        RoomName[] rooms = [ChatUnderTest.Lobby, ChatUnderTest.Tea, ChatUnderTest.Room("#cake")];
        var (here, most) = (new List<SessionId>(), 0);
        _chat.Operator();
        for (var step = 0; step < 500; step++)
        {
            var one = here.Count == 0 ? default : here[random.Next(here.Count)];
            switch (here.Count == 0 ? 0 : random.Next(6))
            {
                case 0:
                    here.Add(step % 5 == 0 ? _chat.ServerOperator($"guest{step}") : _chat.Enter($"guest{step}"));
                    break;
                case 1:
                    _chat.Ask(one, new ChangeUserModes(UserModes.Invisible, UserModes.None));
                    break;
                case 2:
                    _chat.Ask(one, new ChangeUserModes(UserModes.None, random.Next(2) == 0 ? UserModes.Invisible : UserModes.ServerOperator));
                    break;
                case 3:
                    _chat.Ask(one, new JoinRoom(rooms[random.Next(rooms.Length)]));
                    break;
                case 4:
                    _chat.Ask(one, new PartRoom(rooms[random.Next(rooms.Length)], Reason: null));
                    break;
                default:
                    _chat.Ask(one, new SignOff(null));
                    here.Remove(one);
                    break;
            }

            most = Math.Max(most, here.Count);
            var people = _chat.State.Users.Where(user => !user.IsOperator).ToArray();
            var count = _chat.State.Headcount;
            Assert.Equal((here.Count, most), (count.Users, count.MostUsers));
            Assert.Equal(people.Count(user => user.Modes.HasFlag(UserModes.Invisible)), count.Invisible);
            Assert.Equal(people.Count(user => user.IsServerOperator), count.Operators);
            Assert.Equal(_chat.State.Rooms.Count(room => room.Members.Count > 0), count.RoomsInUse);
        }
    }
}
