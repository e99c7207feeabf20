using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>The room's limit is set, or taken away where it is null.</summary>
/// <param name="Limit">Most members; at least 1.</param>
public sealed record LimitChange(int? Limit) : ModeChange
{
    internal override ModeResult Apply(ModeChanging changing)
    {
        if (!changing.RunsRoom)
        {
            return changing.Denied();
        }

        var room = changing.Room;
        if (room.Modes.Limit == Limit)
        {
            return ModeResult.Nothing;
        }

        room.Modes = room.Modes with { Limit = Limit };
        return ModeResult.Done(this);
    }
}
