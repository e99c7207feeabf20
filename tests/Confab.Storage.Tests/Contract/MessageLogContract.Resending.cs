using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    private readonly ResendKey _key = new(new Guid("0f6bfa83-7a70-4bb2-a2a6-0f2b8d0a8c11"), 42);

    [Fact]
    public void A_key_used_before_is_answered_with_the_first_message()
    {
        Log.Append(New.Say("before"));
        var first = Assert.Single(Log.Append(New.Say("once", key: _key)));

        var again = Assert.Single(Log.Append(New.Say("once", key: _key)));

        Assert.Equal(first with { IsDuplicate = true }, again);
        Assert.False(first.IsDuplicate);
        Assert.Equal(["before", "once"], Log.All().Texts());
        Assert.Equal(3, Log.Append(New.Say("after"))[0].Number);
    }

    [Fact]
    public void A_key_counts_within_its_own_batch()
    {
        var results = Log.Append(New.Say("once", key: _key), New.Say("other"), New.Say("once", key: _key));

        Assert.Equal(results[0] with { IsDuplicate = true }, results[2]);
        Assert.Equal(["once", "other"], Log.All().Texts());
    }

    [Fact]
    public void A_key_survives_a_restart()
    {
        var first = Log.Append(New.Say("once", key: _key))[0];
        Restart();

        Assert.Equal(first with { IsDuplicate = true }, Log.Append(New.Say("once", key: _key))[0]);
        Assert.Equal(["once"], Log.All().Texts());
    }

    [Fact]
    public void The_very_same_draft_may_be_sent_again()
    {
        var draft = New.Say("once", key: _key);
        var first = Log.Append(draft)[0];

        Assert.Equal(first with { IsDuplicate = true }, Log.Append(draft)[0]);
    }

    [Fact]
    public void A_resend_into_another_room_is_still_the_first_message_and_makes_no_room()
    {
        var first = Log.Append(New.Say("once", key: _key))[0];

        Assert.Equal(first with { IsDuplicate = true }, Log.Append(New.Say("once", "#ops", key: _key))[0]);
        Assert.Equal("#tea", Assert.Single(Log.LoadRooms()).Key);
    }

    [Fact]
    public void Client_and_number_together_are_the_key()
    {
        var results = Log.Append(
            New.Say("a", key: _key),
            New.Say("b", key: _key with { Number = 43 }),
            New.Say("c", key: _key with { Client = new Guid("6f1f3a43-33b8-4b3c-9b26-9f0f5b9a1c22") }),
            New.Say("d"),
            New.Say("e"));

        Assert.All(results, result => Assert.False(result.IsDuplicate));
    }

    [Fact]
    public void A_key_is_forgotten_24_hours_after_the_first_message()
    {
        var day = TimeSpan.FromHours(24);
        var soon = Drafts.Start + day - TimeSpan.FromMilliseconds(1);
        Log.Append(New.Say("one", time: Drafts.Start, key: _key));

        Assert.True(Log.Append(New.Say("one", time: soon, key: _key))[0].IsDuplicate);
        Restart();
        var second = Log.Append(New.Say("two", time: Drafts.Start + day, key: _key))[0];
        Assert.False(second.IsDuplicate);
        Assert.Equal(2, second.Number);
        Assert.Equal(second with { IsDuplicate = true }, Log.Append(New.Say("two", time: Drafts.Start + (1.5 * day), key: _key))[0]);
    }

    [Fact]
    public void A_clock_set_back_does_not_forget_a_key()
    {
        Log.Append(New.Say("one", time: Drafts.Start, key: _key));

        Assert.True(Log.Append(New.Say("one", time: Drafts.Start.AddHours(-30), key: _key))[0].IsDuplicate);
    }

    [Fact]
    public void A_resend_is_known_although_retention_has_removed_the_message()
    {
        var first = Log.Append(New.Say("once", key: _key))[0];
        Log.Append(New.Say("next"));
        Log.Prune(new RetentionPolicy(null, 1), Drafts.Start, 10);

        Assert.Equal(first with { IsDuplicate = true }, Log.Append(New.Say("once", key: _key))[0]);
        Assert.Equal(["next"], Log.All().Texts());
    }

    [Fact]
    public void Many_keys_over_many_days_are_each_known_for_their_day()
    {
        var time = Drafts.Start;
        for (var number = 0L; number < 800; number++)
        {
            time += TimeSpan.FromMinutes(5);
            Log.Append(New.Say("x", time: time, key: _key with { Number = number }));
            if (number is 400 or 799)
            {
                Assert.True(Log.Append(New.Say("x", time: time, key: _key with { Number = number - 287 }))[0].IsDuplicate);
                Assert.False(Log.Append(New.Say("x", time: time, key: _key with { Number = number - 288 }))[0].IsDuplicate);
            }
        }
    }
}
