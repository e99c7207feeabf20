using System.Net;
using System.Text;
using Confab.Transport.Proxies;

namespace Confab.Server.Tests.Transport.Proxies;

public sealed class ProxyHeaderTests
{
    private const string Signature = "0D0A0D0A000D0A515549540A";

    // Complete headers, and whom they announce; null for nobody.
    public static TheoryData<string, string?> Whole => new()
    {
        { Line("PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n"), "192.0.2.7:56324" },
        { Line("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n"), "255.255.255.255:65535" },
        { Line("PROXY TCP4 192.0.2.7 198.51.100.1 0 0\r\n"), "192.0.2.7:0" },
        { Line("PROXY TCP6 2001:DB8::1 ::1 1 2\r\n"), "[2001:db8::1]:1" },
        { Line("PROXY UNKNOWN\r\n"), null },
        { Line("PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n"), null },
        { Line("PROXY UNKNOWN whatever\r\n"), null },
        { Signature + "21" + "11" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB", "192.0.2.7:56324" },
        { Signature + "21" + "12" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB", "192.0.2.7:56324" },
        { Signature + "21" + "21" + "0024" + "20010DB8000000000000000000000001" + "00000000000000000000000000000001" + "0001" + "0002", "[2001:db8::1]:1" },

        // With something else behind the addresses (a checksum, a name), which is skipped.
        { Signature + "21" + "11" + "0013" + "C0000207" + "C6336401" + "DC04" + "01BB" + "04000411223344", "192.0.2.7:56324" },

        // The proxy itself, whatever else it says.
        { Signature + "20" + "00" + "0000", null },
        { Signature + "20" + "11" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB", null },
        { Signature + "20" + "FF" + "0003" + "010203", null },

        // Neither family nor kind known, or sockets of one machine.
        { Signature + "21" + "00" + "0000", null },
        { Signature + "21" + "10" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB", null },
        { Signature + "21" + "31" + "00D8" + new string('0', 432), null },
    };

    public static TheoryData<string> Wrong =>
    [
        Line("GET / HTTP/1.1\r\n"),
        Line("NICK bob\r\n"),
        Line("proxy TCP4 192.0.2.7 198.51.100.1 56324 443\r\n"),
        Line("PROXY  TCP4 192.0.2.7 198.51.100.1 56324 443\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 56324\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 56324 443 \r\n"),
        Line("PROXY TCP4 192.0.2.07 198.51.100.1 56324 443\r\n"),
        Line("PROXY TCP4 192.0.2 198.51.100.1 56324 443\r\n"),
        Line("PROXY TCP4 192.0.2.256 198.51.100.1 56324 443\r\n"),
        Line("PROXY TCP4 ::1 ::1 56324 443\r\n"),
        Line("PROXY TCP6 192.0.2.7 198.51.100.1 56324 443\r\n"),
        Line("PROXY TCP6 [::1] ::1 56324 443\r\n"),
        Line("PROXY TCP6 fe80::1%1 ::1 56324 443\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 65536 443\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 0443 443\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 -1 443\r\n"),
        Line("PROXY UDP4 192.0.2.7 198.51.100.1 1 443\r\n"),
        Line("PROXY TCP4 192.0.2.7 198.51.100.1 1 443\n" + new string(' ', 80)),
        Line("PROXY UNKNOWN " + new string('x', 100) + "\r\n"),
        Signature + "11" + "11" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB",
        Signature + "22" + "11" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB",
        Signature + "21" + "41" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB",
        Signature + "21" + "13" + "000C" + "C0000207" + "C6336401" + "DC04" + "01BB",
        Signature + "21" + "11" + "000B" + "C0000207" + "C6336401" + "DC04" + "01",
        Signature + "21" + "11" + "1001",
    ];

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_header_is_read_to_its_end_and_not_further(string hex, string? announced)
    {
        var bytes = Convert.FromHexString(hex);

        Assert.Equal(ProxyHeaderStatus.Complete, ProxyHeader.Read([.. bytes, .. "PROXY TCP4"u8], out var length, out var peer));
        Assert.Equal(bytes.Length, length);
        Assert.Equal(announced is null ? null : IPEndPoint.Parse(announced), peer);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_header_that_is_cut_anywhere_waits_for_its_rest(string hex, string? announced)
    {
        var bytes = Convert.FromHexString(hex);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(ProxyHeaderStatus.NeedMore, ProxyHeader.Read(bytes.AsSpan(0, length), out _, out var peer));
            Assert.True(peer is null, announced);
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_breaks_the_rules_is_no_header(string hex) =>
        Assert.Equal(ProxyHeaderStatus.Malformed, ProxyHeader.Read(Convert.FromHexString(hex), out _, out _));

    [Fact]
    public void A_header_is_bounded_whatever_comes()
    {
        var random = new Random(7);
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = new byte[ProxyHeader.MostBytes];
            random.NextBytes(bytes);
            (random.Next(2) == 0 ? Convert.FromHexString(Signature + "21") : "PROXY "u8.ToArray()).CopyTo(bytes, 0);

            Assert.NotEqual(ProxyHeaderStatus.NeedMore, ProxyHeader.Read(bytes, out var length, out _));
            Assert.InRange(length, 0, bytes.Length);
        }
    }

    private static string Line(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}
