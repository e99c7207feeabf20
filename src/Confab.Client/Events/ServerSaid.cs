using Confab.Protocols.Json;

namespace Confab.Client.Events;

/// <summary>
/// An event of the json protocol. Entries of a room (messages and topics, which have a <see cref="JsonEvent.Number"/>) come in the order
/// of their numbers, none missing and none twice, those of this client among them.
/// </summary>
/// <param name="Event">The event, as <c>docs/protocols/json.md</c> describes it.</param>
/// <param name="IsOwn">Whether this client said it; in replayed history, whether it was said under the nickname that the client has now.</param>
public sealed record ServerSaid(JsonEvent Event, bool IsOwn) : ClientEvent;
