using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>
/// A line of the server, taken apart by the tests' own small parser, which shares nothing with the server's: a mistake in one of them shows in the other.
/// </summary>
internal sealed class IrcMessage
{
    private IrcMessage(string raw, Dictionary<string, string> tags, string? source, string command, string[] parameters)
    {
        Raw = raw;
        Tags = tags;
        Source = source;
        Command = command;
        Parameters = parameters;
    }

    /// <summary>The line as it came, without its end.</summary>
    public string Raw { get; }

    /// <summary>The tags, with their values unescaped; a tag without a value has the empty one.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; }

    /// <summary>Who sent it, without the colon.</summary>
    public string? Source { get; }

    /// <summary>The command, or the numeric as three digits.</summary>
    public string Command { get; }

    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The nickname (or the server's name) in the source.</summary>
    public string Nick => (Source ?? "").Split('!', '@')[0];

    /// <summary>The username in the source; empty where it has none.</summary>
    public string User => Source?.Split('!', 2) is [_, var rest] ? rest.Split('@')[0] : "";

    /// <summary>The host in the source; empty where it has none.</summary>
    public string Host => Source?.Split('@', 2) is [_, var host] ? host : "";

    /// <summary>The last parameter.</summary>
    public string Last => Parameters.Count > 0 ? Parameters[^1] : throw new InvalidOperationException($"'{Raw}' has no parameters.");

    /// <summary>The command and its parameters, as a test likes to compare them.</summary>
    public string Said => string.Join(' ', Parameters.Prepend(Command));

    public bool IsNumeric => Command.Length == 3 && Command.All(char.IsAsciiDigit);

    public string this[int parameter] => parameter < Parameters.Count
        ? Parameters[parameter]
        : throw new InvalidOperationException($"'{Raw}' has no parameter {parameter}.");

    public static IrcMessage Parse(string line)
    {
        var rest = line;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (rest.StartsWith('@'))
        {
            foreach (var tag in TakeWord(ref rest)[1..].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = tag.Split('=', 2);
                tags[parts[0]] = parts.Length == 2 ? Unescape(parts[1]) : "";
            }
        }

        var source = rest.StartsWith(':') ? TakeWord(ref rest)[1..] : null;
        var command = TakeWord(ref rest);
        var parameters = new List<string>();
        while (rest.Length > 0)
        {
            if (rest[0] == ':')
            {
                parameters.Add(rest[1..]);
                break;
            }

            parameters.Add(TakeWord(ref rest));
        }

        return command.Length > 0
            ? new IrcMessage(line, tags, source, command, [.. parameters])
            : throw new InvalidOperationException($"The server sent the line '{line}', which has no command.");
    }

    public override string ToString() => Raw;

    private static string TakeWord(ref string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? rest : rest[..space];
        rest = space < 0 ? "" : rest[space..].TrimStart(' ');
        return word;
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\')
            {
                text.Append(value[i]);
            }
            else if (++i < value.Length)
            {
                text.Append(value[i] switch { ':' => ';', 's' => ' ', 'r' => '\r', 'n' => '\n', var other => other });
            }
        }

        return text.ToString();
    }
}
