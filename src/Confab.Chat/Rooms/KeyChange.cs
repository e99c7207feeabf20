using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>The room's key is set, or taken away where it is null; <see cref="Before"/> is then the key that was.</summary>
public sealed record KeyChange(RoomKey? Key) : ModeChange
{
    /// <summary>The key that was taken away, in a change that was made.</summary>
    public RoomKey? Before { get; init; }

    internal override ModeResult Apply(ModeChanging changing)
    {
        if (!changing.RunsRoom)
        {
            return changing.Denied();
        }

        var room = changing.Room;
        if (room.Modes.Key == Key)
        {
            return ModeResult.Nothing;
        }

        var before = room.Modes.Key;
        room.Modes = room.Modes with { Key = Key };
        return ModeResult.Done(this with { Before = Key is null ? before : null });
    }
}
