namespace Confab.Protocols.Irc;

/// <summary>
/// One IRC message: <c>[@tags ] [:source ] command [parameters]</c> (Modern IRC "Message Format"). It does not change.
/// </summary>
/// <example>
/// <code>
/// if (IrcMessage.TryParse(line, out var message) == IrcParseResult.Message &amp;&amp; message.Command == "PING") { ... }
/// </code>
/// </example>
public sealed class IrcMessage
{
    /// <summary>Makes a message.</summary>
    /// <param name="command">A word or a number of three digits; ASCII letters become upper case.</param>
    /// <param name="parameters">The parameters, in order; only the last may be empty, hold spaces or begin with ":".</param>
    public IrcMessage(string command, params IReadOnlyList<string> parameters)
    {
        Command = IrcMessageReader.UpperCase(command);
        Parameters = parameters;
    }

    /// <summary>The tags, each name once; empty if there are none.</summary>
    public IReadOnlyList<IrcTag> Tags { get; init; } = [];

    /// <summary>Where the message comes from, without ":"; null if it says nothing, which means the other end of the connection.</summary>
    public string? Source { get; init; }

    /// <summary>The command with its ASCII letters in upper case; "*" if it could not be read (<see cref="IrcParseResult.NotUtf8"/>).</summary>
    public string Command { get; }

    /// <summary>The parameters. The one after ":" is a parameter like any other.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The bytes without CR and LF at the end.</param>
    /// <param name="message">
    /// The message; for <see cref="IrcParseResult.NotUtf8"/> one without source and parameters; null for the other answers.
    /// </param>
    /// <returns>What the line is. No input makes it throw.</returns>
    public static IrcParseResult TryParse(ReadOnlySpan<byte> line, out IrcMessage? message) => IrcMessageReader.Read(line, out message);

    /// <summary>The value of a tag.</summary>
    /// <param name="name">The name, as on the wire.</param>
    /// <returns>The value, empty if it has none; null if there is no such tag.</returns>
    public string? Tag(string name)
    {
        for (var i = 0; i < Tags.Count; i++)
        {
            if (Tags[i].Name == name)
            {
                return Tags[i].Value;
            }
        }

        return null;
    }

    /// <summary>The parameter at a place.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <returns>The parameter, possibly empty; null if there are not as many.</returns>
    public string? Parameter(int index) => index < Parameters.Count ? Parameters[index] : null;
}
