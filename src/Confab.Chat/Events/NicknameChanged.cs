using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody took another nickname.</summary>
public sealed record NicknameChanged(Participant Before, Participant After, IReadOnlyList<RoomName> Rooms) : UserEvent(After, Rooms);
