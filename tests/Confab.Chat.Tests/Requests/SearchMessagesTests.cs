using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SearchMessagesTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void One_room_is_searched_by_its_members_only()
    {
        var request = new SearchMessages("kettle", _tea, Before: 7, Limit: 5);

        var found = Assert.IsType<SearchLookup>(_chat.Ask(_chat.Enter("tom", _tea), request).Lookup);
        Assert.Equal(("kettle", 7L, 5), (found.Words, found.Before, found.Limit));
        Assert.Equal([_tea], found.Rooms);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("jerry", ChatUnderTest.Lobby), request).Code);
    }

    [Fact]
    public void Without_a_room_all_rooms_of_the_asker_are_searched_and_no_others()
    {
        _chat.Enter("host", ChatUnderTest.Room("#secret"));
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby, _tea);

        var found = Assert.IsType<SearchLookup>(_chat.Ask(tom, new SearchMessages("kettle", Room: null, Before: 7, Limit: 5)).Lookup);

        Assert.Equal([ChatUnderTest.Lobby, _tea], found.Rooms);

        // A number of one room means nothing in another.
        Assert.Equal(long.MaxValue, found.Before);
    }

    [Fact]
    public void The_servers_operator_searches_every_room()
    {
        _chat.Enter("host", _tea);

        var found = Assert.IsType<SearchLookup>(_chat.Ask(_chat.Operator(), new SearchMessages("kettle", null, long.MaxValue, 5)).Lookup);

        Assert.Equal([ChatUnderTest.Lobby, _tea], found.Rooms);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void Without_words_there_is_nothing_to_search_for(string words) =>
        Assert.Equal(RefusalCode.TextEmpty, _chat.Refusal(_chat.Enter("tom", _tea), new SearchMessages(words, _tea, 7, 5)).Code);
}
