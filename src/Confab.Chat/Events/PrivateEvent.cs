using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Something between two users that is no entry of their conversation.</summary>
/// <param name="From">Whose deed it was.</param>
/// <param name="To">Whom it is for.</param>
public abstract record PrivateEvent(Participant From, Participant To) : ChatEvent;
