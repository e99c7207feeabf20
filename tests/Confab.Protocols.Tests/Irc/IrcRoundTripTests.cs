using System.Buffers;
using System.Text;
using Confab.Protocols.Irc;
using Confab.Protocols.Tests.Cutting;
using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcRoundTripTests
{
    [Fact]
    public void Messages_that_are_written_cut_and_read_are_the_same() =>
        Prop.ForAll<string?[], string?[], int>((words, values, seed) =>
        {
            var message = Message(words, values);
            var output = new ArrayBufferWriter<byte>();
            IrcWriter.Write(output, message, maxBodyBytes: 1 << 20);

            var decoder = new IrcLineDecoder(1 << 20, 1 << 20);
            var line = Assert.Single(decoder.Feed(Cuts.Random(output.WrittenSpan, new Random(seed)))).Message;
            Assert.Equal(IrcParseResult.Message, IrcMessage.TryParse(Encoding.Latin1.GetBytes(line), out var read));
            Assert.Equal(message.Tags, read!.Tags);
            Assert.Equal(message.Source, read.Source);
            Assert.Equal(message.Command, read.Command);
            Assert.Equal(message.Parameters, read.Parameters);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_is_written_is_one_line_within_its_bounds() =>
        Prop.ForAll<string?[], string?[], byte>((words, values, more) =>
        {
            var output = new ArrayBufferWriter<byte>();
            var line = new IrcWriter(output, maxTagBytes: 40 + more, maxBodyBytes: 3 + more);
            foreach (var value in values)
            {
                line.Tag("t", value);
            }

            line.Source(words.FirstOrDefault());
            line.Command("X");
            foreach (var word in words)
            {
                line.Parameter(word);
            }

            line.LastParameter(values.FirstOrDefault());
            line.End();

            var decoder = new IrcLineDecoder(40 + more, 3 + more);
            var found = Assert.Single(decoder.Feed(output.WrittenSpan.ToArray()));
            Assert.Equal(ReadStatus.Complete, found.Status);
            var bytes = Encoding.Latin1.GetBytes(found.Message);
            Assert.True(System.Text.Unicode.Utf8.IsValid(bytes));
            Assert.DoesNotContain((byte)'\r', bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static IrcMessage Message(string?[] words, string?[] values) =>
        new("PRIVMSG", [.. words.Select(Word), .. values.Take(1).Select(value => Text(value).Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' '))])
        {
            Tags = [.. values.Select((value, index) => new IrcTag($"t{index}", Text(value).Replace("\0", "", StringComparison.Ordinal)))],
            Source = words.Length > 0 ? Word(words[0]) : null,
        };

    /// <summary>Something that may stand in the middle.</summary>
    private static string Word(string? word) => "w" + string.Concat(Text(word).Where(c => c is not (' ' or '\r' or '\n' or '\0')));

    private static string Text(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
