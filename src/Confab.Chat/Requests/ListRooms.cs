using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks which rooms there are, as far as the asker may know of them.</summary>
public sealed record ListRooms : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) =>
        decision.Answer(new RoomsListed(state.Rooms
            .Where(room => Gate.May(asker.SignedOn, Deed.SeeRoom, room))
            .OrderBy(room => room.Name.Key, StringComparer.Ordinal)
            .Select(room => new RoomShown(room.Name, room.Members.Count, room.Topic?.Text)
            {
                Created = room.Created,
                TopicTime = room.Topic?.Time,
                Founder = room.Registration?.Founder.Text,
            })
            .ToArray()));
}
