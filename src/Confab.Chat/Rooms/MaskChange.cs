using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>A mask is put on one of the room's lists or taken off it.</summary>
public sealed record MaskChange(MaskListKind List, RoomMask Mask, bool On) : ModeChange
{
    internal override ModeResult Apply(ModeChanging changing)
    {
        if (!changing.KeepsOrder)
        {
            return changing.Denied();
        }

        var room = changing.Room;
        var masks = room.Masks(List);
        var known = masks.Find(Mask);
        if (On == known is not null)
        {
            return ModeResult.Nothing;
        }

        if (!On)
        {
            room.SetMasks(List, masks.Remove(Mask));
            return ModeResult.Done(this with { Mask = known!.Mask });
        }

        var most = changing.State.Options.Limits.ListEntries;
        if (masks.Count >= most)
        {
            return ModeResult.Refuse(
                RefusalCode.ListFull, $"This list of {room.Name.Text} has {masks.Count} entries, which is the most. Remove one, then add {Mask.Text}.");
        }

        var by = changing.Actor;
        room.SetMasks(List, masks.Add(new MaskEntry(Mask, $"{by.Nickname.Text}!{by.Username}@{by.Host}", changing.Now)));
        return ModeResult.Done(this);
    }
}
