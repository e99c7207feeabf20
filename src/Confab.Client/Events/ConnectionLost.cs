namespace Confab.Client.Events;

/// <summary>The connection broke, or the server ended it. The client tries to connect again by itself.</summary>
/// <param name="Reason">Why, for people.</param>
public sealed record ConnectionLost(string Reason) : ClientEvent;
