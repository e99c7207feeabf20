namespace Confab.Chat.Rooms;

/// <summary>An entry of a room's list as it is stored.</summary>
internal sealed record StoredMask(string Mask, string By, DateTimeOffset Time);
