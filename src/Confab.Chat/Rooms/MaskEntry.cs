namespace Confab.Chat.Rooms;

/// <summary>One entry in one of a room's lists.</summary>
/// <param name="Mask">Whom it means.</param>
/// <param name="SetBy">Who added it, as <c>nick!user@host</c> or a bare name.</param>
/// <param name="Time">When.</param>
public sealed record MaskEntry(RoomMask Mask, string SetBy, DateTimeOffset Time);
