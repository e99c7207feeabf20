using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Rooms;

public sealed class RoomMaskTests
{
    private static readonly MaskSubject _tom = new("tom", "~tom", "example.org", "192.0.2.7", "Thomas");
    private static readonly MaskSubject _guest = new("guest", "~guest", "example.org", "192.0.2.8", account: null);

    [Theory]
    [InlineData("tom", "tom!*@*", false)]
    [InlineData("a:Thomas", "a:Thomas", false)]
    [InlineData("~a:Tho**", "~a:Tho*", false)]
    [InlineData("account:thomas", "account:thomas", false)]
    [InlineData("~account:thomas", "~account:thomas", false)]
    [InlineData("m:tom", "m:tom!*@*", true)]
    [InlineData("~mute:tom", "~mute:tom!*@*", true)]
    [InlineData("~m:~a:thomas", "~m:~a:thomas", true)]
    [InlineData("m:a:*", "m:a:*", true)]
    [InlineData("m:192.0.2.*", "m:*!*@192.0.2.*", true)]
    public void It_is_shown_as_written_and_completed(string written, string shown, bool mutes)
    {
        var mask = Make(written);

        Assert.Equal((shown, mutes), (mask.Text, mask.Mutes));
        Assert.True(mask.Matches(_tom));
        Assert.Equal(mask, Make(shown));
    }

    [Theory]
    [InlineData("a:Thomas")]
    [InlineData("~m:a:*")]
    [InlineData("a:tom")]
    public void Who_is_signed_in_to_no_account_is_never_meant_by_one(string written) => Assert.False(Make(written).Matches(_guest));

    [Fact]
    public void A_nickname_is_no_account() => Assert.False(Make("a:tom").Matches(_tom));

    [Theory]
    [InlineData("a:Thomas", "~account:thomas", true)]
    [InlineData("m:tom", "~mute:TOM!*@*", true)]
    [InlineData("m:tom", "tom", false)]
    [InlineData("a:tom", "tom", false)]
    [InlineData("m:a:x", "m:x", false)]
    public void All_ways_to_write_one_are_one(string one, string other, bool same) => Assert.Equal(same, Make(one) == Make(other));

    [Theory]
    [InlineData("a::1", "*!*@a::1")]
    [InlineData("~tom@example.org", "*!~tom@example.org")]
    [InlineData("fe80:*", "*!*@fe80:*")]
    [InlineData("a", "a!*@*")]
    [InlineData("~:x", "*!*@~:x")]
    public void What_only_resembles_an_extended_mask_is_a_plain_one(string written, string shown) => Assert.Equal(shown, Make(written).Text);

    [Theory]
    [InlineData("")]
    [InlineData("a:")]
    [InlineData("~a:")]
    [InlineData("m:")]
    [InlineData("~m:~a:")]
    [InlineData("m:m:tom")]
    [InlineData("~z:tom")]
    [InlineData("~m:~z:tom")]
    [InlineData("a:two words")]
    public void What_means_nobody_is_refused_with_a_reason(string written)
    {
        Assert.False(RoomMask.TryCreate(written, out var mask, out var problem));
        Assert.Null(mask);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    private static RoomMask Make(string written)
    {
        Assert.True(RoomMask.TryCreate(written, out var mask, out var problem), problem);
        return mask!;
    }
}
