using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.SigningOn;

/// <summary>A connection that the server has let in.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Door">Where it goes, which is not where the client was told to go if the server asked for TLS.</param>
/// <param name="Facts">What the server said of itself.</param>
/// <param name="Lines">What came behind the greeting.</param>
internal sealed record SignedOn(IrcConnection Connection, IrcDoor Door, ServerFacts Facts, List<IrcMessage> Lines);
