namespace Confab.Client.Events;

/// <summary>The conversation is over and the client does not come back. The last event.</summary>
/// <param name="ByServer">Whether the server said goodbye, or refuses this client.</param>
/// <param name="Reason">Why, for people; null where there is nothing to say.</param>
public sealed record Ended(bool ByServer, string? Reason) : ClientEvent;
