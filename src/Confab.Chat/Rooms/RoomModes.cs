using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>How a room is set.</summary>
/// <param name="Flags">What is switched on.</param>
/// <param name="Key">k: the word that one must know to enter; null for none.</param>
/// <param name="Limit">l: the room takes nobody more once it has so many members; null for no limit.</param>
/// <param name="Forward">f: where those are sent who may not enter; null for nowhere.</param>
public sealed record RoomModes(RoomFlags Flags = RoomFlags.None, RoomKey? Key = null, int? Limit = null, RoomName? Forward = null)
{
    /// <summary>Nothing is set: everybody may do what strangers may.</summary>
    public static RoomModes None { get; } = new();

    /// <summary>A new room: only members speak (n), and the topic belongs to those who keep order (t), as on most IRC servers.</summary>
    public static RoomModes Default { get; } = new(RoomFlags.NoExternalMessages | RoomFlags.TopicLocked);

    /// <summary>True when the flag is on.</summary>
    public bool Has(RoomFlags flag) => (Flags & flag) != RoomFlags.None;

    /// <summary>The same with the flag on or off.</summary>
    public RoomModes With(RoomFlags flag, bool on) => this with { Flags = on ? Flags | flag : Flags & ~flag };
}
