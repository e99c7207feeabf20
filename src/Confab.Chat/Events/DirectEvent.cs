using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Something that certain sessions are told, wherever they sit.</summary>
/// <param name="To">These sessions.</param>
public abstract record DirectEvent(IReadOnlyList<SessionId> To) : ChatEvent;
