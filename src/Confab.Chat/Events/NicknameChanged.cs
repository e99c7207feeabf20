using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody took another nickname. Everybody who shares a room with them hears it once.</summary>
public sealed record NicknameChanged(Participant Before, Participant After, IReadOnlyList<RoomName> Rooms) : ChatEvent;
