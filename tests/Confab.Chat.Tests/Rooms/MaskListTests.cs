using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Rooms;

public sealed class MaskListTests
{
    private static readonly MaskSubject _tom = new("tom", "~tom", "example.org", "192.0.2.7", account: null);

    [Fact]
    public void Each_is_in_it_once_and_in_the_order_of_adding()
    {
        var list = MaskList.Empty.Add(Entry("tom", "a")).Add(Entry("jerry", "b")).Add(Entry("TOM!*@*", "c"));

        Assert.Equal([("tom!*@*", "a"), ("jerry!*@*", "b")], list.Entries.Select(entry => (entry.Mask.Text, entry.SetBy)));
        Assert.Equal(0, MaskList.Empty.Count);
    }

    [Fact]
    public void It_is_removed_however_it_was_written()
    {
        var list = MaskList.Empty.Add(Entry("~a:tom")).Add(Entry("jerry"));

        Assert.Equal("jerry!*@*", Assert.Single(list.Remove(Entry("account:TOM").Mask).Entries).Mask.Text);
        Assert.Same(list, list.Remove(Entry("micky").Mask));
    }

    [Fact]
    public void A_mute_means_somebody_but_not_wholly()
    {
        var muted = MaskList.Empty.Add(Entry("m:tom"));
        var banned = muted.Add(Entry("t?m"));

        Assert.Equal((true, false), (muted.Means(_tom), muted.MeansWholly(_tom)));
        Assert.Equal((true, true), (banned.Means(_tom), banned.MeansWholly(_tom)));
        Assert.False(MaskList.Empty.Means(_tom));
    }

    private static MaskEntry Entry(string mask, string setBy = "host")
    {
        Assert.True(RoomMask.TryCreate(mask, out var valid, out var problem), problem);
        return new MaskEntry(valid!, setBy, DateTimeOffset.UnixEpoch);
    }
}
