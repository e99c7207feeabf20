using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Storage;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Engine;

public sealed class RememberedEventsTests : IDisposable
{
    private static readonly RoomName _tea = TestServerOptions.Room("#tea");

    private readonly MemoryServer _server = new();
    private readonly Seat _ann;

    public RememberedEventsTests() => _ann = Seat.Member(_server.Engine, "ann", _tea);

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Modes_and_reactions_are_remembered_with_their_words()
    {
        _ann.Ask(new ChangeModes(_tea, [new FlagChange(RoomFlags.Moderated, On: true), new RankChange(Rank.Voice, "ann", On: true)]));
        _ann.Ask(new PostTags(_tea, "+draft/react=x"));

        var remembered = Remembered();

        Assert.Equal([MessageKind.Joined, MessageKind.ModeChanged, MessageKind.TagMessage], remembered.Select(entry => entry.Kind));
        Assert.Equal("+mv ann", remembered[1].Text);
        Assert.Equal("+draft/react=x", remembered[2].Tags);
    }

    [Fact]
    public void What_is_of_the_moment_or_only_for_some_is_not_remembered()
    {
        _ann.Ask(new PostTags(_tea, "+typing=active", IsFleeting: true));
        _ann.Ask(new PostTags(_tea, "+draft/react=x") { MinimumRank = Rank.Operator });
        _ann.Ask(new Post(_tea, "for operators") { MinimumRank = Rank.Operator });
        _ann.Ask(new PostCtcp(_tea, "\u0001VERSION\u0001"));

        Assert.Equal([MessageKind.Joined], Remembered().Select(entry => entry.Kind));
    }

    [Fact]
    public void Who_sits_unseen_in_an_auditorium_is_unseen_in_its_history()
    {
        _ann.Ask(new ChangeModes(_tea, [new FlagChange(RoomFlags.Auditorium, On: true)]));
        var bob = Seat.Member(_server.Engine, "bob", _tea);
        bob.Ask(new SignOff("off"));

        Assert.DoesNotContain(Remembered(), entry => entry.Author == "bob");
    }

    [Fact]
    public void Formatting_is_remembered_beside_the_plain_text()
    {
        _ann.Ask(new Post(_tea, "\u0002hot\u0002 tea"));
        _ann.Ask(new Post(_tea, "plain"));

        var remembered = Remembered();

        Assert.Equal([("hot tea", "\u0002hot\u0002 tea"), ("plain", null)], remembered.Skip(1).Select(entry => (entry.Text, entry.Formatted)));
    }

    private IReadOnlyList<LogEntry> Remembered()
    {
        _server.Run();
        return _server.Log.Page(new PageQuery(_tea.Key, null, null, 99, FromNewest: false, WithEvents: true))!;
    }
}
