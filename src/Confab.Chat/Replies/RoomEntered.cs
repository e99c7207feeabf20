using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>The session sits in the room now.</summary>
/// <param name="Room">Which.</param>
/// <param name="Topic">Its topic, or null.</param>
/// <param name="Members">Everybody in it, the asker too, in the order of joining; empty where the asker did not want to know.</param>
/// <param name="LastNumber">The number of the room's newest entry.</param>
/// <param name="WasMember">True when it sat there already, and nothing changed.</param>
public sealed record RoomEntered(
    RoomName Room,
    Topic? Topic,
    IReadOnlyList<MemberShown> Members,
    long LastNumber,
    bool WasMember) : Reply
{
    /// <summary>The room that was asked for, where its settings sent the asker on to this one; otherwise null.</summary>
    public RoomName? ForwardedFrom { get; init; }
}
