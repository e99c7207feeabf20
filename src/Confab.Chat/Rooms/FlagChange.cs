using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>A flag is switched on or off.</summary>
/// <param name="Flag">One of them.</param>
public sealed record FlagChange(RoomFlags Flag, bool On) : ModeChange
{
    internal override ModeResult Apply(ModeChanging changing)
    {
        if (!changing.RunsRoom)
        {
            return changing.Denied();
        }

        var room = changing.Room;
        if (room.Modes.Has(Flag) == On)
        {
            return ModeResult.Nothing;
        }

        room.Modes = room.Modes.With(Flag, On);
        return ModeResult.Done(this);
    }
}
