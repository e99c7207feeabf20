using System.Net;
using Confab.Chat.Moderation;

namespace Confab.Chat.Tests.Moderation;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7/24", "192.0.2.0/24")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("2001:db8:1:2:3:4:5:6/64", "2001:db8:1:2::/64")]
    [InlineData("::", "::")]
    [InlineData("::/0", "::/0")]
    [InlineData("::1", "::1")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("1:0:0:2:0:0:0:3", "1:0:0:2::3")]
    public void Addresses_and_ranges_are_written_in_one_way(string text, string written)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal(written, range.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4000")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("1.2.3.4/33")]
    [InlineData("1.2.3.4/-1")]
    [InlineData("1.2.3.4/")]
    [InlineData("::/129")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7::8:9")]
    [InlineData("12345::")]
    [InlineData(":1")]
    [InlineData("example.org")]
    public void What_is_no_address_is_not_read(string? text) => Assert.False(AddressRange.TryParse(text, out _));

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "192.0.2.7", true)]
    public void A_range_contains_what_begins_with_its_bits(string range, string address, bool contains)
    {
        Assert.True(AddressRange.TryParse(range, out var outer));
        Assert.True(AddressRange.TryParse(address, out var inner));
        Assert.Equal(contains, outer.Contains(inner));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_household_is_one_address_or_a_64(string address, string household)
    {
        Assert.True(AddressRange.TryParse(address, out var range));
        Assert.Equal(household, range.Household().ToString());
    }

    [Fact]
    public void Addresses_are_read_and_written_as_the_framework_does()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes.AsSpan(0, random.Next(17)));
            random.NextBytes(bytes.AsSpan(random.Next(16)));
            bytes[0] |= 0x20;
            for (var zero = random.Next(8); zero < 7; zero += 1 + random.Next(3))
            {
                bytes[zero * 2] = bytes[(zero * 2) + 1] = 0;
            }

            bytes[0] = 0x20;
            var text = new IPAddress(bytes).ToString();

            Assert.True(AddressRange.TryParse(text, out var range), text);
            Assert.Equal(text, range.ToString());
        }
    }
}
