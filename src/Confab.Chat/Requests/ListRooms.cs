using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks which rooms there are.</summary>
public sealed record ListRooms : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) =>
        decision.Answer(new RoomsListed(state.Rooms
            .OrderBy(room => room.Name.Key, StringComparer.Ordinal)
            .Select(room => new RoomShown(room.Name, room.Members.Count, room.Topic?.Text))
            .ToArray()));
}
