using System.Buffers;
using System.Text.Unicode;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>Any line gives an answer; what was read as a message can be written, and is then read as the same message.</summary>
internal static class IrcMessageTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        var line = IrcLineTarget.WithTags(data);
        var result = IrcMessage.TryParse(line, out var message);
        Assert.Equal(result is IrcParseResult.Message or IrcParseResult.NotUtf8, message is not null);
        Assert.Equal(result == IrcParseResult.Empty, line.All(b => b == ' '));
        if (result != IrcParseResult.Message || message is null)
        {
            return;
        }

        Assert.DoesNotContain(line, b => b is 0 or (byte)'\r' or (byte)'\n');
        Assert.Equal(message.Tags.Count, message.Tags.Select(tag => tag.Name).Distinct().Count());
        Assert.All(message.Parameters.SkipLast(1), parameter => Assert.True(parameter.Length > 0 && parameter[0] != ':' && !parameter.Contains(' ')));

        var output = new ArrayBufferWriter<byte>();
        IrcWriter.Write(output, message, maxBodyBytes: 4096);
        Assert.True(Utf8.IsValid(output.WrittenSpan));
        Assert.Equal(IrcParseResult.Message, IrcMessage.TryParse(output.WrittenSpan[..^2], out var again));
        Assert.Equal(message.Tags, again!.Tags);
        Assert.Equal(message.Source, again.Source);
        Assert.Equal(message.Command, again.Command);
        Assert.Equal(message.Parameters, again.Parameters);
    }
}
