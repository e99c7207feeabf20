using Confab.Chat.Sessions;

namespace Confab.Dialects.Irc.Capabilities;

/// <summary>What decides which capabilities a client is offered.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Origin">Where the client came in.</param>
/// <param name="Registration">Whether people may register accounts.</param>
internal readonly record struct CapabilityOffer(IrcOptions Options, SessionOrigin Origin, bool Registration);
