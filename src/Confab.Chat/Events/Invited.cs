using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody is asked into a room: told to whom it is meant for.</summary>
/// <param name="Room">Where.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Target">Who is asked.</param>
public sealed record Invited(IReadOnlyList<SessionId> To, RoomName Room, Participant Actor, Participant Target) : DirectEvent(To);
