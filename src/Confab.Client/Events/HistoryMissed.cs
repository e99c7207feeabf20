namespace Confab.Client.Events;

/// <summary>What was said in a room while the connection was lost could not be fetched, or not all of it; what was said since follows.</summary>
/// <param name="Room">The room.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record HistoryMissed(string Room, string Reason) : ClientEvent;
