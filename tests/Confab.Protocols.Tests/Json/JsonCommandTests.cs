using System.Buffers;
using System.Text;
using Confab.Protocols.Json;

namespace Confab.Protocols.Tests.Json;

public sealed class JsonCommandTests
{
    [Fact]
    public void A_command_is_written_as_one_line_without_empty_properties() =>
        Assert.Equal(
            "{\"type\":\"say\",\"room\":\"#tea\",\"text\":\"hi\",\"key\":7}\n",
            Written(new JsonCommand { Type = JsonTypes.Say, Room = "#tea", Text = "hi", Key = 7 }));

    [Fact]
    public void Text_stays_readable_and_control_characters_are_escaped() =>
        Assert.Equal(
            "{\"type\":\"say\",\"text\":\"grüße € 日本 <b> \\n\\u001B\\u007F\\u009B\\\"\\\\\"}\n",
            Written(new JsonCommand { Type = JsonTypes.Say, Text = "grüße € 日本 <b> \n\u001b\u007f\u009b\"\\" }));

    [Fact]
    public void An_unpaired_surrogate_is_replaced_when_it_is_written()
    {
        var written = Written(new JsonCommand { Type = JsonTypes.Say, Text = "a\ud800b" });
        Assert.True(JsonCommand.Parse(written, out var command, out _));
        Assert.Equal("a\uFFFDb", command.Text);
    }

    [Fact]
    public void Unknown_properties_are_ignored()
    {
        Assert.True(JsonCommand.Parse("""{"colour":{"r":[1,2]},"type":"ping","label":"x","nick":null}""", out var command, out var error));
        Assert.Equal(new JsonCommand { Type = JsonTypes.Ping, Label = "x" }, command);
        Assert.Null(error);
    }

    [Theory]
    [InlineData("""{"type":"say","key":"12"}""", "\"key\" is \"12\"; it must be a whole number.")]
    [InlineData("""{"type":"say","key":1.5}""", "\"key\" is 1.5; it must be a whole number.")]
    [InlineData("""{"type":"say","key":9223372036854775808}""", "\"key\" is 9223372036854775808; it must be a whole number.")]
    [InlineData("""{"type":"history","limit":3000000000}""", "\"limit\" is 3000000000; it must be a whole number below 2147483648.")]
    [InlineData("""{"type":"say","text":["a"]}""", "\"text\" is [\"a\"]; it must be a string.")]
    [InlineData("""{"type":null}""", "\"type\" is null; it must be a string.")]
    [InlineData("""{"type":5}""", "\"type\" is 5; it must be a string.")]
    [InlineData("[]", "The line is []; send one JSON object on each line.")]
    [InlineData("\"say\"", "The line is \"say\"; send one JSON object on each line.")]
    [InlineData("null", "The line is null; send one JSON object on each line.")]
    [InlineData("", "The line is not JSON from byte 0 on: ; send one JSON object on each line.")]
    [InlineData("GET / HTTP/1.1", "The line is not JSON from byte 0 on: GET / HTTP/1.1; send one JSON object on each line.")]
    [InlineData("""{"type":"ping"} {}""", "The line is not JSON from byte 16 on: {\"type\":\"ping\"} {}; send one JSON object on each line.")]
    [InlineData("""{"type":"pi""", "The line is not JSON from byte 11 on: {\"type\":\"pi; send one JSON object on each line.")]
    public void A_line_that_cannot_be_read_is_told_what_is_wrong(string line, string expected)
    {
        Assert.False(JsonCommand.Parse(line, out var command, out var error));
        Assert.Null(command);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void A_long_wrong_value_is_not_sent_back_whole()
    {
        Assert.False(JsonCommand.Parse($$"""{"type":"say","key":"{{new string('x', 10_000)}}"}""", out _, out var error));
        Assert.InRange(error.Length, 1, 100);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.False(JsonCommand.Parse(new string('[', 100_000), out _, out _));

    [Theory]
    [InlineData("""{"type":"hello"}""")]
    [InlineData("""{"type":"say","room":"#tea","text":"","kind":"action"}""")]
    [InlineData("""{"type":"history","room":"#tea","before":0,"after":0,"limit":1}""")]
    [InlineData("""{"type":"search","words":"a"}""")]
    [InlineData("""{"type":"hello","client":"00112233445566778899AABBccddeeff"}""")]
    public void A_command_with_all_it_needs_has_no_problem(string line) => Assert.Null(Parsed(line).Check());

    [Theory]
    [InlineData("{}", JsonErrors.MissingField, "type")]
    [InlineData("""{"type":"dance"}""", JsonErrors.UnknownType, "dance")]
    [InlineData("""{"type":"welcome"}""", JsonErrors.UnknownType, "welcome")]
    [InlineData("""{"type":"Ping"}""", JsonErrors.UnknownType, "Ping")]
    [InlineData("""{"type":"say","room":"#tea"}""", JsonErrors.MissingField, "text")]
    [InlineData("""{"type":"tell","text":"x"}""", JsonErrors.MissingField, "to")]
    [InlineData("""{"type":"kick","room":"#tea"}""", JsonErrors.MissingField, "nick")]
    [InlineData("""{"type":"find"}""", JsonErrors.MissingField, "id")]
    [InlineData("""{"type":"search"}""", JsonErrors.MissingField, "words")]
    [InlineData("""{"type":"search","words":"a","before":5}""", JsonErrors.MissingField, "room")]
    [InlineData("""{"type":"hello","client":"0011"}""", JsonErrors.Malformed, "0011")]
    [InlineData("""{"type":"hello","client":"0011223344556677889900112233445g"}""", JsonErrors.Malformed, "client")]
    [InlineData("""{"type":"say","room":"#tea","text":"a","kind":"topic"}""", JsonErrors.Malformed, "kind")]
    [InlineData("""{"type":"join","room":"#tea","since":-1}""", JsonErrors.Malformed, "-1")]
    [InlineData("""{"type":"history","room":"#tea","limit":0}""", JsonErrors.Malformed, "limit")]
    public void A_command_that_cannot_be_obeyed_has_a_problem_that_names_it(string line, string code, string named)
    {
        var problem = Parsed(line).Check();
        Assert.Equal(code, problem?.Code);
        Assert.Contains($"\"{named}\"", problem?.Text.Replace(" is -1;", " is \"-1\";", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_label_has_at_most_64_characters(int length, bool fits) =>
        Assert.Equal(fits, new JsonCommand { Type = JsonTypes.Ping, Label = new string('x', length) }.Check() is null);

    internal static string Written(JsonCommand command)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonCommand.Write(output, command);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static JsonCommand Parsed(string line)
    {
        Assert.True(JsonCommand.Parse(line, out var command, out var error), error);
        return command;
    }
}
