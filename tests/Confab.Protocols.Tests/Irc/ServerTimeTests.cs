using System.Text;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class ServerTimeTests
{
    [Fact]
    public void A_time_is_written_in_utc_with_milliseconds()
    {
        var time = new DateTimeOffset(2011, 10, 19, 18, 40, 51, 620, TimeSpan.FromHours(2)).AddTicks(9_999);
        Assert.Equal("2011-10-19T16:40:51.620Z", ServerTime.Format(time));

        Span<byte> bytes = stackalloc byte[ServerTime.Length];
        Assert.Equal(ServerTime.Length, ServerTime.Format(time, bytes));
        Assert.Equal("2011-10-19T16:40:51.620Z", Encoding.ASCII.GetString(bytes));
    }

    [Theory]
    [InlineData("2011-10-19T16:40:51.620Z", 51.620)]
    [InlineData("2012-06-30T23:59:60.419Z", 0.419)]
    public void A_time_is_read(string text, double seconds)
    {
        Assert.True(ServerTime.TryParse(text, out var time));
        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.Equal(seconds, time.Second + (time.Millisecond / 1000.0), 3);
    }

    [Fact]
    public void A_leap_second_is_the_second_after_it()
    {
        Assert.True(ServerTime.TryParse("2012-06-30T23:59:60.419Z", out var time));
        Assert.Equal("2012-07-01T00:00:00.419Z", ServerTime.Format(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2011-10-19T16:40:51Z")]
    [InlineData("2011-10-19T16:40:51.62Z")]
    [InlineData("2011-10-19T16:40:51.6200Z")]
    [InlineData("2011-10-19T16:40:51.620")]
    [InlineData("2011-10-19T16:40:51.620z")]
    [InlineData("2011-10-19 16:40:51.620Z")]
    [InlineData("2011-10-19T16:40:51.620+00:00")]
    [InlineData("2011-13-19T16:40:51.620Z")]
    [InlineData("2011-10-19T24:00:00.000Z")]
    [InlineData("2011-10-19T16:40:60.000Z")]
    [InlineData(" 2011-10-19T16:40:51.620Z")]
    [InlineData("9999-12-31T23:59:60.000Z")]
    [InlineData("2011-10-19T23:59:60.xxxZ")]
    public void Any_other_shape_is_no_time(string text) => Assert.False(ServerTime.TryParse(text, out _));

    [Fact]
    public void A_place_too_short_for_a_time_is_refused() =>
        Assert.Throws<ArgumentException>(() => ServerTime.Format(default, new byte[ServerTime.Length - 1]));

    [Theory]
    [InlineData("0001-01-01T00:00:00.000Z")]
    [InlineData("1999-12-31T23:59:59.999Z")]
    [InlineData("2024-02-29T09:08:07.065Z")]
    [InlineData("2026-11-21T10:20:30.400Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    public void The_bytes_say_what_the_text_says(string text)
    {
        Assert.True(ServerTime.TryParse(text, out var time));
        var bytes = new byte[ServerTime.Length];
        ServerTime.Format(time.AddTicks(9_999), bytes);

        Assert.Equal(text, Encoding.ASCII.GetString(bytes));
        Assert.Equal(text, ServerTime.Format(time));
    }
}
