using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>Those who may not enter are sent to another room from now on, or nowhere where it is null.</summary>
public sealed record ForwardChange(RoomName? Forward) : ModeChange
{
    internal override ModeResult Apply(ModeChanging changing)
    {
        if (!changing.RunsRoom)
        {
            return changing.Denied();
        }

        var room = changing.Room;
        if (room.Modes.Forward == Forward)
        {
            return ModeResult.Nothing;
        }

        var forward = Forward;
        if (forward is not null)
        {
            if (changing.State.FindRoom(forward) is not { } target || target == room)
            {
                return ModeResult.Refuse(
                    RefusalCode.ForwardInvalid, $"Nobody can be sent from {room.Name.Text} to {forward.Text}. Name another room that exists.");
            }

            // Nobody may send a crowd into a room that is not theirs.
            if (!changing.PowerIn(target).RunsRoom())
            {
                return ModeResult.Refuse(RefusalCode.Denied, $"You are no operator of {target.Name.Text} and can send nobody there.");
            }

            forward = target.Name;
        }

        room.Modes = room.Modes with { Forward = forward };
        return ModeResult.Done(new ForwardChange(forward));
    }
}
