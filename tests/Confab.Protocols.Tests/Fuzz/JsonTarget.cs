using System.Buffers;
using System.Text;
using Confab.Protocols.Json;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>
/// The data is a line of the json protocol, as it is and written into every place of a good line: there is always an answer, and
/// what was understood is understood the same when it is written again.
/// </summary>
internal static class JsonTarget
{
    private const string Good = """{"type":"say","room":"#lobby","text":"hi","key":12,"more":true,"messages":[{"number":1}],"rooms":[{}]}""";

    internal static void Run(ReadOnlySpan<byte> data)
    {
        // Decoded as UTF-16 too, so that unpaired surrogates come by.
        var texts = new[] { Encoding.UTF8.GetString(data), Encoding.Unicode.GetString(data) };
        foreach (var text in texts)
        {
            Both(text);
            var place = text.Length * 7 % Good.Length;
            Both(Good.Insert(place, text));
            Both(Good[..place]);
            Both($$"""{"type":"x",{{text}}:1}""");
            Both($$"""{"type":{{text}}}""");
            Both($$"""{"type":"say","since":{{text}}}""");
        }
    }

    private static void Both(string line)
    {
        if (JsonCommand.Parse(line, out var command, out var error))
        {
            command.Check();
            Assert.Equal(command, Again(command));
        }

        Assert.True(command is null != error is null);
        if (JsonEvent.Parse(line, out var parsed, out error))
        {
            Assert.Equal(Written(parsed), Written(Again(parsed)));
        }

        Assert.True(parsed is null != error is null);
    }

    private static JsonCommand Again(JsonCommand command)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonCommand.Write(output, command);
        Assert.True(JsonCommand.Parse(Line(output), out var again, out var error), error);
        return again;
    }

    private static JsonEvent Again(JsonEvent value)
    {
        Assert.True(JsonEvent.Parse(Written(value), out var again, out var error), error);
        return again;
    }

    private static string Written(JsonEvent value)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonEvent.Write(output, value);
        return Line(output);
    }

    private static string Line(ArrayBufferWriter<byte> output)
    {
        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Equal(text.Length - 1, text.IndexOf('\n'));
        return text;
    }
}
