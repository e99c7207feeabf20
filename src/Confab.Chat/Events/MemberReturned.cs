using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>
/// A member is shown with another username or host (<see cref="HostChanged"/> came before): for programs that know people only by what they joined
/// as, and are therefore shown a leave and a join.
/// </summary>
/// <param name="Rank">The ranks that it still has.</param>
public sealed record MemberReturned(RoomName Room, Participant Actor, Rank Rank) : RoomEvent(Room, Actor);
