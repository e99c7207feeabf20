using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>One more session of a user that is present already: it hears the user's rooms from now on. Nobody else is told.</summary>
/// <param name="Who">The user, through the new session.</param>
/// <param name="Rooms">The rooms that the user sits in, each with the number of its newest entry.</param>
public sealed record SessionAttached(Participant Who, IReadOnlyList<(RoomName Room, long After)> Rooms) : ChatEvent;
