using Confab.Client.Irc;

namespace Confab.Client.Events;

/// <summary>
/// Something was said over IRC. The messages of a room come in the server's order, none missing and none twice, this client's own among them.
/// </summary>
/// <param name="Entry">What was said, where and by whom.</param>
/// <param name="IsOwn">Whether this client said it; in history, whether it was said under the nickname that the client has now.</param>
/// <param name="IsReplayed">Whether it was said earlier and comes from the history.</param>
public sealed record MessageHeard(IrcEntry Entry, bool IsOwn, bool IsReplayed) : ClientEvent;
