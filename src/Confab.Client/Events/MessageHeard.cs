using Confab.Client.Irc;

namespace Confab.Client.Events;

/// <summary>
/// Something was said over IRC. The messages of a room come in the server's order, none missing and none twice, this client's own among them.
/// </summary>
/// <param name="Entry">What was said, where and by whom.</param>
/// <param name="IsOwn">Whether this client said it, or somebody under the nickname that it has: earlier, or in another session of its account.</param>
/// <param name="IsReplayed">Whether it was said earlier and comes from the history.</param>
public sealed record MessageHeard(IrcEntry Entry, bool IsOwn, bool IsReplayed) : ClientEvent;
