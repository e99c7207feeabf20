using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Something that happened to a user as a whole. Everybody who shares a room with the user hears it once.</summary>
/// <param name="Actor">The user, as it is after it.</param>
/// <param name="Rooms">The rooms in which it is heard.</param>
public abstract record UserEvent(Participant Actor, IReadOnlyList<RoomName> Rooms) : ChatEvent
{
    /// <summary>Sessions that asked to be told of this user wherever it is; each is told once.</summary>
    public IReadOnlyList<SessionId> Watchers { get; init; } = [];

    /// <summary>True for what the user itself is not told.</summary>
    public virtual bool ForOthersOnly => false;

    public virtual bool Equals(UserEvent? other) => base.Equals(other) && Actor == other!.Actor && Rooms.SequenceEqual(other.Rooms);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Actor, Rooms.Count);
}
