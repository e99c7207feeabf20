using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Asks the programs in a room something, or answers one (CTCP). Whoever may speak there may, unless the room takes none of it. What somebody does
/// (<c>/me waves</c>) is no such question but a message of its own kind.
/// </summary>
/// <param name="Text">One line with its marks, as it was sent.</param>
/// <param name="Kind">A message asks, a notice answers.</param>
public sealed record PostCtcp(RoomName Room, string Text, MessageKind Kind = MessageKind.Message) : Request
{
    /// <summary>The rank that one needs to hear it; <see cref="Rank.None"/> for all members.</summary>
    public Rank MinimumRank { get; init; }

    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!Speech.TryFind(Room, state, asker, decision, out var room) || !SendCtcp.IsReadable(Text, decision))
        {
            return;
        }

        if (room.Modes.Has(RoomFlags.NoCtcp) && !asker.SignedOn.IsOperator)
        {
            decision.Refuse(RefusalCode.CannotSpeak, $"{room.Name.Text} takes no CTCP (+C). Write a message.");
            return;
        }

        var posted = new CtcpPosted(room.Name, asker.Participant, Kind, Text)
        {
            Audience = ChatState.HearersOf(room, MinimumRank, asker.SignedOn),
            MinimumRank = MinimumRank,
            Tags = Tags,
        };
        posted.Remembered(decision.NewId());
        decision.Happened(posted);
        decision.Answer(Done.Instance);
    }
}
