using Confab.Protocols.Irc;

namespace Confab.Client.Irc.Wires;

/// <summary>A line of the server.</summary>
/// <param name="Message">The line.</param>
/// <param name="IsReplayed">Whether it stands in a batch of history.</param>
internal readonly record struct IrcHeardLine(IrcMessage Message, bool IsReplayed);
