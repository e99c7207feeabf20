using Confab.Protocols.Irc;

namespace Confab.Client.Events;

/// <summary>The server sent a line that is no message and no answer to what this client asked, such as JOIN, MODE or AWAY.</summary>
/// <param name="Line">The line. Its texts may hold control characters: clean them before a terminal sees them.</param>
public sealed record IrcLineHeard(IrcMessage Line) : ClientEvent;
