using System.Buffers;
using System.Text;
using Confab.Protocols.Irc;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcWriterTests
{
    private delegate void Writing(ref IrcWriter line);

    public static TheoryData<IrcMessage, string> Vectors => new()
    {
        { new IrcMessage("PING"), "PING" },
        { new IrcMessage("ping", "token"), "PING token" },
        { new IrcMessage("PING", ""), "PING :" },
        { new IrcMessage("PING", ":-)"), "PING ::-)" },
        { new IrcMessage("PING", "a b"), "PING :a b" },
        { new IrcMessage("PRIVMSG", "#tea", "text") { Source = "ada!a@host" }, ":ada!a@host PRIVMSG #tea text" },
        { new IrcMessage("PING", "x") { Tags = [new("a", "b;c"), new("d")] }, @"@a=b\:c;d PING x" },
        { new IrcMessage("PING", "x") { Tags = [new("a")], Source = "s" }, "@a :s PING x" },
        { new IrcMessage("MODE", "", "a b", ":c", "d"), "MODE * * * d" },
        { new IrcMessage("PRIVMSG", "#tea", "a\r\nQUIT\0") { Source = "x\n" }, ":* PRIVMSG #tea :a  QUIT " },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_message_is_written_as_one_line(IrcMessage message, string line)
    {
        var output = new ArrayBufferWriter<byte>();
        var written = IrcWriter.Write(output, message);
        Assert.Equal(line + "\r\n", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(output.WrittenCount, written);
    }

    [Fact]
    public void Bytes_and_characters_give_the_same_line()
    {
        var bytes = Written(static (ref IrcWriter line) =>
        {
            line.Tag("a"u8, "é ;"u8);
            line.PreparedTags("b=c"u8);
            line.Source("s"u8);
            line.Command("001"u8);
            line.Parameter("ada"u8);
            line.Parameter(-42);
            line.Text("text"u8);
        });
        var characters = Written(static (ref IrcWriter line) =>
        {
            line.Tag("a", "é ;");
            line.PreparedTags("b=c");
            line.Source("s");
            line.Command(IrcNumerics.RplWelcome);
            line.Parameter("ada");
            line.Parameter("-42");
            line.Text("text");
        });
        Assert.Equal(@"@a=é\s\:;b=c :s 001 ada -42 :text", bytes);
        Assert.Equal(bytes, characters);
    }

    [Fact]
    public void A_prepared_front_and_prepared_bytes_cost_nothing()
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Assert.Equal(0, Allocation.Of(() =>
        {
            output.ResetWrittenCount();
            var line = new IrcWriter(output);
            line.Tag("time"u8, "2026-11-21T14:15:00.000Z"u8);
            line.Prepared(":ada!a@host PRIVMSG #tea"u8);
            line.Text("the kettle is on"u8);
            line.End();
        }));
        Assert.Equal("@time=2026-11-21T14:15:00.000Z :ada!a@host PRIVMSG #tea :the kettle is on\r\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("é", 2)]
    [InlineData("€", 3)]
    [InlineData("😀", 4)]
    [InlineData("e\u0301", 3)]
    [InlineData("👩‍👩‍👧‍👦", 25)]
    [InlineData("🇩🇪", 8)]
    public void A_long_text_is_cut_to_512_bytes_between_two_characters(string character, int bytes)
    {
        for (var front = 0; front < bytes; front++)
        {
            var text = new string('a', front) + string.Concat(Enumerable.Repeat(character, 600));
            var whole = (510 - "PRIVMSG #tea :".Length - front) / bytes;
            var expected = $"PRIVMSG #tea :{new string('a', front)}{string.Concat(Enumerable.Repeat(character, whole))}";
            Assert.Equal(expected, Written((ref IrcWriter line) => Privmsg(ref line, text), wasCut: true));
            Assert.Equal(expected, Written((ref IrcWriter line) => PrivmsgOfBytes(ref line, Encoding.UTF8.GetBytes(text)), wasCut: true));
        }
    }

    [Fact]
    public void A_character_without_an_end_is_cut_at_a_code_point()
    {
        var text = "e" + new string('\u0301', 5_000);
        var line = Written((ref IrcWriter line) => Privmsg(ref line, text), wasCut: true);
        Assert.Equal($"PRIVMSG #tea :e{new string('\u0301', 247)}", line);
        Assert.Equal(line, Written((ref IrcWriter writer) => PrivmsgOfBytes(ref writer, Encoding.UTF8.GetBytes(text)), wasCut: true));
    }

    [Fact]
    public void Nothing_follows_what_was_cut()
    {
        var line = Written(
            static (ref IrcWriter line) =>
            {
                line.Command("A");
                line.Parameter(new string('é', 300));
                line.Parameter("b");
                line.Text("c");
            },
            wasCut: true);
        Assert.Equal($"A {new string('é', 254)}", line);
    }

    [Fact]
    public void A_line_of_exactly_512_bytes_is_not_cut()
    {
        var text = new string('x', 510 - "PRIVMSG #tea :".Length);
        Assert.Equal($"PRIVMSG #tea :{text}", Written((ref IrcWriter line) => Privmsg(ref line, text)));
    }

    [Fact]
    public void The_tags_do_not_count_for_the_rest()
    {
        var value = new string('v', 4_000);
        var text = new string('x', 510 - "PRIVMSG #tea :".Length);
        Assert.Equal($"@a={value} PRIVMSG #tea :{text}", Written((ref IrcWriter line) =>
        {
            line.Tag("a", value);
            Privmsg(ref line, text);
        }));
    }

    [Fact]
    public void A_tag_that_does_not_fit_is_left_out_whole()
    {
        var line = Written(
            static (ref IrcWriter line) =>
            {
                line.Tag("a", "12345678");
                line.Tag("b", "12345678");
                line.Tag("c", "1");
                line.Command("PING");
            },
            wasCut: true,
            maxTagBytes: 16);
        Assert.Equal("@a=12345678;c=1 PING", line);
    }

    [Fact]
    public void A_tag_after_the_source_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => Written(static (ref IrcWriter line) =>
        {
            line.Source("a");
            line.Tag("b");
        }));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("PRIVMSG #tea :a\uFFFDb", Written(static (ref IrcWriter line) => Privmsg(ref line, "a\uD800b")));

    private static void Privmsg(ref IrcWriter line, string text)
    {
        line.Prepared("PRIVMSG #tea"u8);
        line.Text(text);
    }

    private static void PrivmsgOfBytes(ref IrcWriter line, byte[] text)
    {
        line.Prepared("PRIVMSG #tea"u8);
        line.Text(text);
    }

    private static string Written(Writing writing, bool wasCut = false, int maxTagBytes = IrcLimits.TagBytesFromServer)
    {
        var output = new ArrayBufferWriter<byte>();
        var line = new IrcWriter(output, maxTagBytes);
        writing(ref line);
        Assert.Equal(wasCut, line.WasCut);
        Assert.Equal(line.End(), output.WrittenCount);
        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2];
    }
}
