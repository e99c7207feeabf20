using Confab.Chat.Events;

namespace Confab.Engine.Ticks;

/// <summary>The server stops; what a view says now is the last it says.</summary>
public sealed record ServerStopping : ChatEvent
{
    public static ServerStopping Instance { get; } = new();
}
