using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>Asks to be let into a room that only invited people enter; once a minute. Those who keep order there are told.</summary>
/// <param name="Text">What to say to it; null for nothing.</param>
public sealed record Knock(RoomName Room, string? Text) : Request
{
    // As often as the servers do that have the command: long enough for somebody to answer.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room)
        {
            decision.Refuse(RefusalCode.RoomUnknown, $"There is no room {Room.Text}.");
        }
        else if (user.IsOperator || room.Has(user.Id))
        {
            decision.Refuse(RefusalCode.AlreadyMember, $"You are in {room.Name.Text} already.");
        }
        else if (!room.Modes.Has(RoomFlags.InviteOnly))
        {
            decision.Refuse(RefusalCode.RoomOpen, $"{room.Name.Text} needs no invitation. Join it.");
        }
        else if (!Gate.May(user, Deed.Knock, room))
        {
            decision.Refuse(RefusalCode.Banned, $"You are banned from {room.Name.Text} (+b) and cannot knock.");
        }
        else if (IsTooSoon(room, user.Id, decision.Now))
        {
            decision.Refuse(RefusalCode.TooManyRequests, $"You knocked at {room.Name.Text} less than a minute ago. Wait, then knock again.");
        }
        else
        {
            room.Knocks[user.Id] = decision.Now;
            decision.Happened(new Knocked(room.Name, asker.Participant, state.CleanReason(Text))
            {
                Audience = ChatState.MembersAbove(room, Rank.HalfOperator),
            });
            decision.Answer(Done.Instance);
        }
    }

    // Whoever knocked longer ago is forgotten here, so that the list stays as short as a minute is.
    private static bool IsTooSoon(Room room, Sessions.UserId user, DateTimeOffset now)
    {
        foreach (var (knocker, time) in room.Knocks.ToArray())
        {
            if (now - time >= _patience)
            {
                room.Knocks.Remove(knocker);
            }
        }

        return room.Knocks.ContainsKey(user);
    }
}
