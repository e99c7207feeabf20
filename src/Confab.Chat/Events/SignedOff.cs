using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>
/// A user is gone. Its rooms were told one by one before (<see cref="MemberLeft"/>); doors that tell it once for all rooms tell this.
/// </summary>
/// <param name="Rooms">The rooms that it sat in.</param>
public sealed record SignedOff(Participant Who, string? Reason, IReadOnlyList<RoomName> Rooms) : UserEvent(Who, Rooms)
{
    /// <summary>True where a person asked for it; false where the connection was lost or ended by the server.</summary>
    public bool ByWish { get; init; }
}
