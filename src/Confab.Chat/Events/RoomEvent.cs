using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Something that happened in one room, and that its members hear.</summary>
/// <param name="Room">Where.</param>
/// <param name="Actor">Whose deed it was.</param>
public abstract record RoomEvent(RoomName Room, Participant Actor) : ChatEvent
{
    /// <summary>Null: all members hear it. Otherwise only these users, as far as they are members.</summary>
    public IReadOnlySet<UserId>? Audience { get; init; }
}
