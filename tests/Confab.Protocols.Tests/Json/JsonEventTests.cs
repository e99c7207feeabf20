using System.Buffers;
using System.Text;
using Confab.Protocols.Json;

namespace Confab.Protocols.Tests.Json;

public sealed class JsonEventTests
{
    [Fact]
    public void An_event_is_written_as_one_line_with_its_lists()
    {
        var output = new ArrayBufferWriter<byte>();
        JsonEvent.Write(output, new JsonEvent
        {
            Type = JsonTypes.Members,
            Room = "#tea",
            Members = [new JsonMember { Nick = "alice", Rank = "member", Door = "json" }],
        });
        Assert.Equal(
            "{\"type\":\"members\",\"room\":\"#tea\",\"members\":[{\"nick\":\"alice\",\"rank\":\"member\",\"door\":\"json\"}]}\n",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Empty_lists_and_false_are_written()
    {
        var output = new ArrayBufferWriter<byte>();
        JsonEvent.Write(output, new JsonEvent { Type = JsonTypes.History, Messages = [], More = false });
        Assert.Equal("{\"type\":\"history\",\"messages\":[],\"more\":false}\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_history_is_read_with_its_messages()
    {
        const string Line = """{"type":"history","messages":[{"type":"message","number":1,"text":"a"},{"type":"message","number":2}],"more":true}""";
        Assert.True(JsonEvent.Parse(Line, out var parsed, out _));
        Assert.Equal([1, 2], parsed.Messages!.Select(message => message.Number));
        Assert.True(parsed.More);
    }

    [Theory]
    [InlineData("""{"type":"history","messages":[null]}""")]
    [InlineData("""{"type":"history","messages":[{"type":"history","messages":[null]}]}""")]
    [InlineData("""{"type":"members","members":[{"nick":"a"},null]}""")]
    [InlineData("""{"type":"rooms","rooms":[null]}""")]
    public void A_null_in_a_list_is_refused(string line)
    {
        Assert.False(JsonEvent.Parse(line, out var parsed, out var error));
        Assert.Null(parsed);
        Assert.Contains("null", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"history","messages":{}}""", "\"messages\" is {}; it must be a list.")]
    [InlineData("""{"type":"history","more":"yes"}""", "\"more\" is \"yes\"; it must be true or false.")]
    [InlineData("""{"type":"members","members":[{"nick":4}]}""", "The value at $.members[0].nick is of the wrong type.")]
    public void An_event_that_cannot_be_read_is_told_what_is_wrong(string line, string expected)
    {
        Assert.False(JsonEvent.Parse(line, out _, out var error));
        Assert.Equal(expected, error);
    }
}
