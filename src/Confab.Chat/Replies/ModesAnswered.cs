using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Replies;

/// <summary>What came of a request to change a room. What was asked for and is so already stands in neither list.</summary>
/// <param name="Applied">What was changed, in order; the room hears the same.</param>
/// <param name="Refused">What was not, in order.</param>
public sealed record ModesAnswered(RoomName Room, IReadOnlyList<ModeChange> Applied, IReadOnlyList<RefusedChange> Refused) : Reply;
