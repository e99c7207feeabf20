using System.Globalization;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>What a server said of itself while the client signed on.</summary>
internal sealed class ServerFacts
{
    private const int UsualPage = 100;

    private readonly Dictionary<string, string?> _tokens = new(StringComparer.Ordinal);

    /// <summary>The capabilities that both sides have agreed on.</summary>
    public HashSet<string> Capabilities { get; } = new(StringComparer.Ordinal);

    /// <summary>The nickname that the session has.</summary>
    public string Nickname { get; set; } = "";

    /// <summary>For how many seconds the server wants to be reached over TLS only; null if it did not say.</summary>
    public long? StsSeconds { get; set; }

    public bool HasHistory => Capabilities.Contains("draft/chathistory") || Capabilities.Contains("chathistory");

    /// <summary>The most messages that the server puts into a page of history; as many as one likes where it names no bound.</summary>
    public int LongestPage =>
        int.TryParse(_tokens.GetValueOrDefault("CHATHISTORY"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            ? most
            : int.MaxValue;

    /// <summary>How many messages the client asks for at a time.</summary>
    public int CatchUpPage => Math.Min(LongestPage, UsualPage);

    /// <summary>How the server compares names. One that this client does not know is compared as ascii is.</summary>
    public CaseMapping CaseMapping =>
        CaseMapping.TryGet(_tokens.GetValueOrDefault("CASEMAPPING") ?? "", out var mapping) ? mapping : CaseMapping.Ascii;

    /// <summary>Takes a line of RPL_ISUPPORT: the client's name, tokens, a text.</summary>
    public void Learn(IrcMessage line)
    {
        foreach (var text in line.Parameters.Skip(1).SkipLast(1))
        {
            var token = IsupportToken.Parse(text);
            _tokens[token.Name] = token.Value;
        }
    }
}
