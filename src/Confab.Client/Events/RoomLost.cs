namespace Confab.Client.Events;

/// <summary>After reconnecting, the server did not let the client into a room again.</summary>
/// <param name="Room">The room.</param>
/// <param name="Code">One of <see cref="Protocols.Json.JsonErrors"/>; over IRC the numeric or the code of a FAIL.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record RoomLost(string Room, string Code, string Reason) : ClientEvent;
