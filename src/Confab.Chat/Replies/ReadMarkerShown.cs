namespace Confab.Chat.Replies;

/// <summary>How far the asker has read.</summary>
/// <param name="Target">Where, as it was asked.</param>
/// <param name="Time">The time of the last message that was read; null where nothing is known.</param>
public sealed record ReadMarkerShown(string Target, DateTimeOffset? Time) : Reply;
