using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Rooms;

/// <summary>What is stored of rooms beside their entries.</summary>
public sealed class RoomRecordTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_registered_room_is_after_a_restart_as_it_was_before()
    {
        var host = _chat.LogIn(_chat.Enter("host", ChatUnderTest.Room("#Tea"), ChatUnderTest.Room("#milk")), "Harry");
        _chat.Reply<Done>(host, new RegisterRoom(_tea));
        _chat.Reply<Done>(host, new SetRoomAccess(_tea, _chat.Account("Thomas"), Rank.Operator));
        Assert.True(RoomKey.TryCreate("sugar", out var key, out _));
        _chat.Set(
            host,
            _tea,
            new FlagChange(RoomFlags.Secret, On: true),
            new KeyChange(key),
            new LimitChange(7),
            new ForwardChange(ChatUnderTest.Room("#milk")),
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("~m:a:mallory"), On: true),
            new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask("tom"), On: true),
            new MaskChange(MaskListKind.InviteExempts, ChatUnderTest.Mask("jerry"), On: true));
        var before = _chat.State.FindRoom(_tea)!;
        var stored = Assert.Single(_chat.State.TakeChanges());
        Assert.Equal(("room", "#tea"), (stored.Kind, stored.Key));

        var restarted = new ChatUnderTest();
        restarted.State.RestoreRecord(stored);

        var after = restarted.State.FindRoom(_tea)!;
        Assert.Equal(before.Name.Text, after.Name.Text);
        Assert.Equal(before.Modes, after.Modes);
        Assert.Equal((before.Registration!.Founder, before.Registration.Registered), (after.Registration!.Founder, after.Registration.Registered));
        Assert.Equal(before.Registration.Access, after.Registration.Access);
        Assert.Equal(
            new[] { before.Bans, before.Exempts, before.InviteExempts }.SelectMany(list => list.Entries),
            new[] { after.Bans, after.Exempts, after.InviteExempts }.SelectMany(list => list.Entries));
        Assert.Equal(RoomRecord.Write(before), RoomRecord.Write(after));
        Assert.Equal(Rank.None, after.RankOf(restarted.Session(restarted.Enter("stranger")).Id) ?? Rank.None);
        Assert.Empty(restarted.State.TakeChanges());
    }

    [Fact]
    public void Every_change_marks_it_and_ranks_that_were_only_given_do_not_stay()
    {
        var host = _chat.LogIn(_chat.Enter("host", _tea), "harry");
        var tom = _chat.Enter("tom", _tea);
        _chat.Reply<Done>(host, new RegisterRoom(_tea));
        _chat.State.TakeChanges();

        _chat.Set(host, _tea, new RankChange(Rank.Operator, "tom", On: true));
        Assert.Single(_chat.State.TakeChanges());
        _chat.Set(host, _tea, new FlagChange(RoomFlags.Moderated, On: true));
        Assert.Contains("m", Assert.Single(_chat.State.TakeChanges()).Value, StringComparison.Ordinal);
        _chat.Reply<RoomLeft>(tom, new PartRoom(_tea, null));
        Assert.Empty(_chat.State.TakeChanges());
        _chat.Reply<RoomEntered>(tom, new JoinRoom(_tea));
        Assert.Equal(Rank.None, _chat.State.FindRoom(_tea)!.RankOf(_chat.Session(tom).Id));
    }

    [Fact]
    public void A_room_that_nobody_owns_is_not_stored()
    {
        var host = _chat.Enter("host", _tea);

        _chat.Set(host, _tea, new FlagChange(RoomFlags.Secret, On: true));

        Assert.Empty(_chat.State.TakeChanges());
    }

    [Fact]
    public void An_account_that_is_gone_is_gone_from_rooms_too()
    {
        var milk = ChatUnderTest.Room("#milk");
        var host = _chat.LogIn(_chat.Enter("host", _tea, milk), "harry");
        _chat.Reply<Done>(host, new RegisterRoom(_tea));
        _chat.Reply<Done>(_chat.Operator(), new RegisterRoom(milk, _chat.Account("tom")));
        _chat.Reply<Done>(_chat.Operator(), new SetRoomAccess(milk, _chat.Account("harry"), Rank.Voice));

        _chat.State.ForgetAccountInRooms(_chat.Account("harry"), new Decision(_chat.Now, new NumberedIds()));

        Assert.Null(_chat.State.FindRoom(_tea)!.Registration);
        Assert.Equal(0, _chat.State.FindRoom(milk)!.Registration!.AccessCount);
        Assert.Equal(Rank.Operator, _chat.State.FindRoom(milk)!.RankOf(_chat.Session(host).Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"name":"#tea"}""")]
    [InlineData("""{"name":"tea","founder":"tom"}""")]
    public void What_is_no_room_is_passed_over(string json)
    {
        _chat.State.RestoreRecord(new RecordChange("room", "#tea", json));

        Assert.Null(_chat.State.FindRoom(_tea));
        Assert.Equal(1, _chat.State.RoomCount);
    }

    [Fact]
    public void What_is_not_understood_of_a_room_is_left_out()
    {
        _chat.State.RestoreRecord(new RecordChange("room", "#tea", """
            {"name":"#tea","founder":"tom","flags":"nZ","key":"two words","forward":"nowhere","access":[{"account":"a b","rank":"v"},{"account":"jerry","rank":"z"}],
            "bans":[{"mask":"~z:x","by":"tom","time":"2026-01-01T00:00:00+00:00"}],"colour":"red"}
            """));

        var room = _chat.State.FindRoom(_tea)!;
        Assert.Equal(new RoomModes(RoomFlags.NoExternalMessages), room.Modes);
        Assert.Equal((0, 0), (room.Bans.Count, room.Registration!.AccessCount));
    }
}
