using System.Buffers;
using System.Text;
using Confab.Protocols.Json;
using Confab.Protocols.Lines;
using Confab.Protocols.Tests.Cutting;
using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Json;

public sealed class JsonRoundTripTests
{
    [Fact]
    public void Commands_that_are_written_cut_and_read_are_the_same() =>
        Prop.ForAll<string?[], long?[], int>((texts, numbers, seed) =>
        {
            var text = new Source<string?>([.. texts.Select(WellFormed)]);
            var number = new Source<long?>(numbers);
            var command = new JsonCommand
            {
                Type = text.Next() ?? "",
                Label = text.Next(),
                Nick = text.Next(),
                Client = text.Next(),
                Room = text.Next(),
                To = text.Next(),
                Text = text.Next(),
                Kind = text.Next(),
                Key = number.Next(),
                Since = number.Next(),
                Before = number.Next(),
                After = number.Next(),
                Limit = (int?)number.Next(),
                Id = text.Next(),
                Words = text.Next(),
                Reason = text.Next(),
            };
            var output = new ArrayBufferWriter<byte>();
            JsonCommand.Write(output, command);
            Assert.True(JsonCommand.Parse(SentAndRead(output, seed), out var read, out var error), error);
            Assert.Equal(command, read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Events_that_are_written_cut_and_read_are_the_same() =>
        Prop.ForAll<string?[], long?[], int>((texts, numbers, seed) =>
        {
            var text = new Source<string?>([.. texts.Select(WellFormed)]);
            var number = new Source<long?>(numbers);
            var message = Message(text, number);
            var sent = message with
            {
                Members = [new JsonMember { Nick = text.Next(), Rank = text.Next(), Door = text.Next() }],
                Rooms = [new JsonRoom { Room = text.Next(), Members = (int?)number.Next(), Topic = text.Next() }],
                Messages = [Message(text, number), Message(text, number)],
                More = number.Next() > 0,
            };
            var output = new ArrayBufferWriter<byte>();
            JsonEvent.Write(output, sent);
            Assert.True(JsonEvent.Parse(SentAndRead(output, seed), out var read, out var error), error);

            // Lists compare by reference: the items one by one, then the rest with the same lists.
            Assert.Equal(sent.Members, read.Members);
            Assert.Equal(sent.Rooms, read.Rooms);
            Assert.Equal(sent.Messages, read.Messages);
            Assert.Equal(sent, read with { Members = sent.Members, Rooms = sent.Rooms, Messages = sent.Messages });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static JsonEvent Message(Source<string?> text, Source<long?> number) => new()
    {
        Type = text.Next() ?? "",
        Label = text.Next(),
        Room = text.Next(),
        Nick = text.Next(),
        By = text.Next(),
        From = text.Next(),
        To = text.Next(),
        Text = text.Next(),
        Kind = text.Next(),
        Number = number.Next(),
        Id = text.Next(),
        Time = text.Next(),
        Reason = text.Next(),
        Server = text.Next(),
        Version = text.Next(),
        Topic = text.Next(),
        Last = number.Next(),
        Key = number.Next(),
        Duplicate = number.Next() > 0,
        Code = text.Next(),
    };

    private static string SentAndRead(ArrayBufferWriter<byte> output, int seed)
    {
        var found = new LineDecoder(1 << 20).Feed(Cuts.Random(output.WrittenSpan, new Random(seed)));
        return Assert.Single(found).Message;
    }

    private static string? WellFormed(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Deals values out in turn, and nothing when there are none.</summary>
    private sealed class Source<T>(T[] values)
    {
        private int _next;

        internal T? Next() => values.Length == 0 ? default : values[_next++ % values.Length];
    }
}
