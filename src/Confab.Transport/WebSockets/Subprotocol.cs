namespace Confab.Transport.WebSockets;

/// <summary>
/// What IRC over WebSocket calls its two kinds of messages (IRCv3 <c>extensions/websocket</c>): the first that the client names and the server knows
/// is taken. Where there is none the connection goes on without, and the server does as the client does.
/// </summary>
public static class Subprotocol
{
    public const string Text = "text.ircv3.net";

    public const string Binary = "binary.ircv3.net";

    /// <summary>The one to use; null for none.</summary>
    /// <param name="asked">What the client names, most wanted first.</param>
    public static string? Choose(IEnumerable<string> asked) => asked.FirstOrDefault(name => name is Text or Binary);
}
