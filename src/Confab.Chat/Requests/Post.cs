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
    private const char CtcpMark = '\u0001';

    /// <summary>
    /// The rank that one needs to hear it; <see cref="Rank.None"/> for all members. What is not for all is not remembered: the history is one for
    /// everybody.
    /// </summary>
    public Rank MinimumRank { get; init; }

    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!MaySay(state, asker, decision, out var room) || !state.TryReadText(Text, decision, out var text))
        {
            return;
        }

        asker.SignedOn.LastActive = decision.Now;
        if (MinimumRank == Rank.None)
        {
            decision.Happened(new MessagePosted(room.Name, asker.Participant, decision.NewId(), decision.Now, Kind, text, Key) { Tags = Tags });
            return;
        }

        var audience = ChatState.MembersAbove(room, MinimumRank);
        audience.Add(asker.SignedOn.Id);
        var message = new StatusMessagePosted(room.Name, asker.Participant, decision.NewId(), decision.Now, Kind, text, MinimumRank)
        {
            Audience = audience,
            Tags = Tags,
        };
        decision.Happened(message);
        decision.Answer(new StatusMessageSent(message));
    }

    private bool MaySay(ChatState state, Asker asker, Decision decision, out Room room)
    {
        var user = asker.SignedOn;
        var found = state.FindRoom(Room);
        room = found!;
        var bar = found is null ? SpeechBar.NotMember : Speech.BarOf(user, found);
        if (bar == SpeechBar.NotMember)
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it, then say it again.");
        }
        else if (bar != SpeechBar.None)
        {
            decision.Refuse(RefusalCode.CannotSpeak, Speech.Explain(bar, room));
        }
        else if (IsCtcp && room.Modes.Has(RoomFlags.NoCtcp) && !user.IsOperator)
        {
            decision.Refuse(RefusalCode.CannotSpeak, $"{room.Name.Text} takes no CTCP (+C). Write a message.");
        }
        else
        {
            return true;
        }

        return false;
    }

    // What somebody does ("/me waves") is a kind of its own here, whatever it was on its way; everything else between these marks is a question
    // to programs.
    private bool IsCtcp => Kind != MessageKind.Action && Text.Length > 0 && Text[0] == CtcpMark;
}
