using System.Text;
using Confab.Protocols.Detection;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Detection;

public sealed class FirstBytesTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("POST /x HTTP/1.1\r\n")]
    [InlineData("PUT /x")]
    [InlineData("HEAD /")]
    [InlineData("OPTIONS *")]
    [InlineData("DELETE /x")]
    [InlineData("PATCH /x")]
    [InlineData("CONNECT host:1")]
    [InlineData("TRACE /")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    public void A_request_line_is_http_however_it_is_cut(string sent) => AllCuts(Encoding.UTF8.GetBytes(sent), Detected.Http);

    [Fact]
    public void A_tls_handshake_is_tls_however_it_is_cut() => AllCuts([0x16, 0x03, 0x01, 0x02, 0x00, 0x01], Detected.Tls);

    [Theory]
    [InlineData("hello")]
    [InlineData("get / http")]
    [InlineData("GETTING")]
    [InlineData("POSTCARD ")]
    [InlineData("PRINT it")]
    [InlineData("OPTIONAL")]
    [InlineData("\n")]
    [InlineData(" GET /")]
    [InlineData("\u0016\u0004")]
    [InlineData("😀")]
    public void Anything_else_is_plain_however_it_is_cut(string sent) => AllCuts(Encoding.UTF8.GetBytes(sent), Detected.Plain);

    [Theory]
    [InlineData("")]
    [InlineData("G")]
    [InlineData("P")]
    [InlineData("PR")]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    [InlineData("\u0016")]
    public void The_front_of_a_request_is_undecided(string sent) => AllCuts(Encoding.UTF8.GetBytes(sent), Detected.Undecided);

    [Fact]
    public void A_decision_stays()
    {
        var first = default(FirstBytes);
        Assert.Equal(Detected.Plain, first.Inspect("x"u8));
        Assert.Equal(Detected.Plain, first.Inspect("GET / HTTP/1.1"u8));

        first = default;
        Assert.Equal(Detected.Http, first.Inspect("GET /"u8));
        Assert.Equal(Detected.Http, first.Inspect("x"u8));
    }

    private static void AllCuts(byte[] bytes, Detected expected)
    {
        foreach (var pieces in Cuts.Of(bytes))
        {
            var first = default(FirstBytes);
            var answer = Detected.Undecided;
            foreach (var piece in pieces)
            {
                answer = first.Inspect(piece);
            }

            Assert.Equal(expected, answer);
        }
    }
}
