using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Confab.Protocols.Irc;

/// <summary>
/// Takes a line apart: <c>['@' tags SPACE] [':' source SPACE] command {SPACE parameter} [SPACE ':' trailing]</c>, where a SPACE
/// may be several (Modern IRC "Message Format").
/// </summary>
internal static class IrcMessageReader
{
    // Inside a line these would let one message smuggle another past whoever splits at them.
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create("\r\n\0"u8);

    // What nearly every line begins with, the most frequent first: these need no text of their own for each line.
    private static readonly string[] Frequent = ["PRIVMSG", "TAGMSG", "NOTICE", "PING", "PONG", "JOIN", "MODE", "WHO", "MARKREAD"];

    internal static IrcParseResult Read(ReadOnlySpan<byte> line, out IrcMessage? message)
    {
        message = null;
        if (line.IndexOfAnyExcept((byte)' ') < 0)
        {
            return IrcParseResult.Empty;
        }

        if (line.ContainsAny(Forbidden))
        {
            return IrcParseResult.Malformed;
        }

        var rest = line;
        var tagData = Marked((byte)'@', ref rest);
        var source = Marked((byte)':', ref rest);
        rest = WithoutSpaces(rest);
        var command = NextWord(ref rest);
        if (command.IsEmpty || command[0] is (byte)':' or (byte)'@')
        {
            return IrcParseResult.Malformed;
        }

        if (!Utf8.IsValid(source) || !Utf8.IsValid(command) || !Utf8.IsValid(rest))
        {
            message = new IrcMessage(Utf8.IsValid(command) ? Command(command) : "*") { Tags = IrcTagList.Parse(tagData) };
            return IrcParseResult.NotUtf8;
        }

        message = new IrcMessage(Command(command), ReadParameters(rest))
        {
            Tags = IrcTagList.Parse(tagData),
            Source = source.IsEmpty ? null : Text(source),
        };
        return IrcParseResult.Message;
    }

    /// <summary>Upper case for ASCII letters only: what is no command must come back in the refusal as it was sent.</summary>
    internal static string UpperCase(string command) =>
        command.AsSpan().IndexOfAnyInRange('a', 'z') < 0
            ? command
            : string.Create(command.Length, command, static (upper, original) =>
            {
                for (var i = 0; i < upper.Length; i++)
                {
                    upper[i] = char.IsAsciiLetterLower(original[i]) ? (char)(original[i] - 'a' + 'A') : original[i];
                }
            });

    private static string[] ReadParameters(ReadOnlySpan<byte> rest)
    {
        var count = 0;
        for (var counting = rest; TryNextParameter(ref counting, out _);)
        {
            count++;
        }

        var parameters = count == 0 ? [] : new string[count];
        for (var i = 0; i < count; i++)
        {
            TryNextParameter(ref rest, out var parameter);
            parameters[i] = Text(parameter);
        }

        return parameters;
    }

    private static bool TryNextParameter(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> parameter)
    {
        rest = WithoutSpaces(rest);
        if (rest.IsEmpty)
        {
            parameter = default;
            return false;
        }

        if (rest[0] == ':')
        {
            parameter = rest[1..];
            rest = default;
            return true;
        }

        parameter = NextWord(ref rest);
        return true;
    }

    private static string Command(ReadOnlySpan<byte> word)
    {
        foreach (var frequent in Frequent)
        {
            if (Ascii.EqualsIgnoreCase(word, frequent))
            {
                return frequent;
            }
        }

        return Text(word);
    }

    /// <summary>An optional part that its first byte marks, with the spaces after it; empty if the part is not there.</summary>
    private static ReadOnlySpan<byte> Marked(byte mark, ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != mark)
        {
            return default;
        }

        var part = NextWord(ref rest)[1..];
        rest = WithoutSpaces(rest);
        return part;
    }

    /// <summary>The bytes up to the next space; the rest begins at that space.</summary>
    private static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> rest)
    {
        var space = rest.IndexOf((byte)' ');
        var word = space < 0 ? rest : rest[..space];
        rest = rest[word.Length..];
        return word;
    }

    private static ReadOnlySpan<byte> WithoutSpaces(ReadOnlySpan<byte> bytes) => bytes.TrimStart((byte)' ');

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
