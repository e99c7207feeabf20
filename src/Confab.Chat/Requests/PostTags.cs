using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>Sends a room message tags without a text: that somebody types, a reaction. Whoever may speak there may.</summary>
/// <param name="Tags">The tags in their wire form; empty for none.</param>
/// <param name="IsFleeting">True where they tell of a moment only, so that nobody needs to read them later.</param>
public sealed record PostTags(RoomName Room, string Tags, bool IsFleeting = false) : Request
{
    /// <summary>The rank that one needs to hear it; <see cref="Rank.None"/> for all members.</summary>
    public Rank MinimumRank { get; init; }

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!Speech.TryFind(Room, state, asker, decision, out var room))
        {
            return;
        }

        var posted = new TagMessagePosted(room.Name, asker.Participant, Tags, IsFleeting)
        {
            Audience = ChatState.HearersOf(room, MinimumRank, asker.SignedOn),
            MinimumRank = MinimumRank,
        };
        posted.Remembered(decision.NewId());
        decision.Happened(posted);
        decision.Answer(Done.Instance);
    }
}
