using System.Reflection;
using Confab.Protocols.Json;

namespace Confab.Protocols.Tests.Json;

/// <summary>docs/protocols/json.md against the code.</summary>
public sealed class JsonDocumentationTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "json.md"));

    public static TheoryData<string> CommandExamples => [.. Examples("C: ")];

    public static TheoryData<string> EventExamples => [.. Examples("S: ")];

    public static TheoryData<string> Words =>
    [
        .. Constants(typeof(JsonTypes)),
        .. Constants(typeof(JsonErrors)),
        .. Constants(typeof(JsonKinds)),
    ];

    [Theory]
    [MemberData(nameof(CommandExamples))]
    public void Every_command_in_the_document_is_written_like_that(string line)
    {
        if (!JsonCommand.Parse(line, out var command, out var error))
        {
            // The one bad example stands above the very error it gets.
            Assert.Contains(Examples("S: "), reply => JsonEvent.Parse(reply, out var parsed, out _) && parsed.Text == error);
            return;
        }

        Assert.Null(command.Check());
        Assert.Equal(line.Length + 1, JsonCommandTests.Written(command).Length);
    }

    [Theory]
    [MemberData(nameof(EventExamples))]
    public void Every_event_in_the_document_has_only_known_properties(string line)
    {
        Assert.True(JsonEvent.Parse(line, out var parsed, out var error), error);
        Assert.Contains(parsed.Type, Constants(typeof(JsonTypes)));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        JsonEvent.Write(output, parsed);
        Assert.Equal(line.Length + 1, System.Text.Encoding.UTF8.GetCharCount(output.WrittenSpan));
        Assert.True(parsed.Time is null || JsonTime.TryParse(parsed.Time, out _));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_type_code_and_kind_is_in_the_document(string word) =>
        Assert.Contains(Lines, line => line.Contains($"`{word}`", StringComparison.Ordinal));

    [Fact]
    public void Every_command_and_event_type_has_an_example()
    {
        var shown = Examples("C: ").Concat(Examples("S: ")).ToList();
        Assert.All(
            Constants(typeof(JsonTypes)),
            type => Assert.Contains(shown, line => line.StartsWith($$"""{"type":"{{type}}" """.TrimEnd(), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Examples(string prefix) =>
        Lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]).Distinct();

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Distinct();
}
