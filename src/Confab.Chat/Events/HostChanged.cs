using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody is shown with another username or host.</summary>
/// <param name="Before">As it was shown until now.</param>
/// <param name="Actor">As it is shown from now on.</param>
public sealed record HostChanged(Participant Before, Participant Actor, IReadOnlyList<RoomName> Rooms) : UserEvent(Actor, Rooms);
