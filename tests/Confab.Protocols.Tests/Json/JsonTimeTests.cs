using Confab.Protocols.Json;

namespace Confab.Protocols.Tests.Json;

public sealed class JsonTimeTests
{
    [Fact]
    public void A_time_is_written_in_utc_with_milliseconds()
    {
        var time = new DateTimeOffset(2026, 11, 21, 12, 15, 17, 123, 456, TimeSpan.FromHours(1));
        Assert.Equal("2026-11-21T11:15:17.123Z", JsonTime.Format(time));
    }

    [Fact]
    public void A_written_time_is_read_back()
    {
        Assert.True(JsonTime.TryParse("2026-11-21T11:15:17.120Z", out var time));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 11, 15, 17, 120, TimeSpan.Zero), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-21T11:15:17Z")]
    [InlineData("2026-11-21T11:15:17.123+01:00")]
    [InlineData("yesterday")]
    public void A_time_of_another_shape_is_refused(string? text) => Assert.False(JsonTime.TryParse(text, out _));
}
