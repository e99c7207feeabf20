using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Says or does something in a room. Answered with <see cref="Posted"/> once it is committed, or with <see cref="StatusMessageSent"/> where it is
/// for members of some rank only.
/// </summary>
public sealed record Post(RoomName Room, string Text, MessageKind Kind = MessageKind.Message, ResendKey? Key = null) : Request
{
    /// <summary>
    /// The rank that one needs to hear it; <see cref="Rank.None"/> for all members. What is not for all is not remembered: the history is one for
    /// everybody.
    /// </summary>
    public Rank MinimumRank { get; init; }

    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!Speech.TryFind(Room, state, asker, decision, out var room) || !state.TryReadText(Text, decision, out var text))
        {
            return;
        }

        asker.SignedOn.LastActive = decision.Now;
        if (MinimumRank == Rank.None)
        {
            decision.Happened(new MessagePosted(room.Name, asker.Participant, decision.NewId(), decision.Now, Kind, text, Key) { Tags = Tags });
            return;
        }

        var message = new StatusMessagePosted(room.Name, asker.Participant, decision.NewId(), decision.Now, Kind, text, MinimumRank)
        {
            Audience = ChatState.HearersOf(room, MinimumRank, asker.SignedOn),
            Tags = Tags,
        };
        decision.Happened(message);
        decision.Answer(new StatusMessageSent(message));
    }
}
