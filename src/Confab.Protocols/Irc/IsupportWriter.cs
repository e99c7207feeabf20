using System.Buffers;
using System.Text;

namespace Confab.Protocols.Irc;

/// <summary>Spreads RPL_ISUPPORT tokens over lines: <c>client 1*13token :are supported by this server</c> (Modern IRC, numeric 005).</summary>
public static class IsupportWriter
{
    /// <summary>The most tokens of one line: 15 parameters, less the client and the text.</summary>
    public const int MostTokens = 13;

    /// <summary>The text after the tokens.</summary>
    public const string Text = "are supported by this server";

    /// <summary>Groups tokens so that each group fits one line.</summary>
    /// <param name="tokens">The tokens, in order.</param>
    /// <param name="source">The server's name.</param>
    /// <param name="client">The nickname of who is told.</param>
    /// <param name="maxBodyBytes">The longest line in bytes, CR and LF counted.</param>
    /// <returns>The tokens as they stand on the wire, by line. A token too long for any line has one of its own.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(
        IEnumerable<IsupportToken> tokens,
        string source,
        string client,
        int maxBodyBytes = IrcLimits.BodyBytes)
    {
        var fixedBytes = Encoding.UTF8.GetByteCount($":{source} {IrcNumerics.RplIsupport} {client} :{Text}\r\n");
        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        var bytes = fixedBytes;
        foreach (var token in tokens)
        {
            var written = token.ToString();
            var more = 1 + Encoding.UTF8.GetByteCount(written);
            if (line.Count == MostTokens || (line.Count > 0 && bytes + more > maxBodyBytes))
            {
                lines.Add(line);
                line = [];
                bytes = fixedBytes;
            }

            line.Add(written);
            bytes += more;
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Writes the lines.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="tokens">The tokens, in order.</param>
    /// <param name="source">The server's name.</param>
    /// <param name="client">The nickname of who is told.</param>
    public static void Write(IBufferWriter<byte> output, IEnumerable<IsupportToken> tokens, string source, string client)
    {
        foreach (var tokensOfLine in Lines(tokens, source, client))
        {
            var line = new IrcWriter(output);
            line.Source(source);
            line.Command(IrcNumerics.RplIsupport);
            line.Parameter(client);
            foreach (var token in tokensOfLine)
            {
                line.Parameter(token);
            }

            line.Text(Text);
            line.End();
        }
    }
}
