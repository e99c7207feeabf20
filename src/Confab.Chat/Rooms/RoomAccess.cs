using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>An account that has a rank in a registered room whenever it enters.</summary>
/// <param name="Account">Its name.</param>
/// <param name="Rank">The rank.</param>
public sealed record RoomAccess(Nickname Account, Rank Rank);
