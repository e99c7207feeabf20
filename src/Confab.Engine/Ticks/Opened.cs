using Confab.Chat.Replies;

namespace Confab.Engine.Ticks;

/// <summary>The session is open: the first thing its view is shown.</summary>
public sealed record Opened : Reply
{
    public static Opened Instance { get; } = new();
}
