using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>A room as lists show it.</summary>
public sealed record RoomShown(RoomName Room, int Members, string? Topic)
{
    /// <summary>When it came into being; null for a room that nobody sits in and nobody owns.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its topic was set; null where it has none.</summary>
    public DateTimeOffset? TopicTime { get; init; }

    /// <summary>The account that it belongs to; null where it is not registered.</summary>
    public string? Founder { get; init; }
}
