namespace Confab.Client.Events;

/// <summary>The client waits before it tries to connect again.</summary>
/// <param name="After">How long it waits.</param>
/// <param name="Attempt">1 for the first attempt since the connection was lost.</param>
/// <param name="Problem">Why the attempt before failed; null for the first.</param>
public sealed record Reconnecting(TimeSpan After, int Attempt, string? Problem) : ClientEvent;
