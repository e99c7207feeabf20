using Confab.Chat;
using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Storage;

namespace Confab.Engine.Ticks;

/// <summary>What the log is asked to remember of a decision, in its order.</summary>
internal static class Drafts
{
    /// <summary>Adds the drafts of a decision.</summary>
    public static void Of(Decision decision, IIdSource ids, bool withEvents, List<EntryDraft> drafts)
    {
        for (var i = 0; i < decision.Events.Count; i++)
        {
            var happened = decision.Events[i];
            if (happened is RoomEntry { IsRemembered: true } entry)
            {
                drafts.Add(new EntryDraft(
                    entry.Id, entry.Room.Text, entry.Room.Key, entry.Kind, entry.Actor.Nickname.Text, entry.Time, entry.Text, entry.Key)
                {
                    Account = entry.Actor.Account,
                    Source = SourceOf(entry.Actor),
                    Tags = entry.Tags,
                    Target = (entry as PrivateMessagePosted)?.To.Nickname.Text,
                    Formatted = entry.Formatted,
                });
            }
            else if (IsDrafted(happened, withEvents, out _))
            {
                var id = happened.EventId ?? ids.Next(decision.Now);
                happened.Remembered(id);
                Add(happened, id, decision.Now, drafts);
            }
        }
    }

    /// <summary>True for what the log is asked to remember.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="withEvents">Whether more than entries is remembered.</param>
    /// <param name="count">How many drafts it makes.</param>
    public static bool IsDrafted(ChatEvent happened, bool withEvents, out int count)
    {
        count = happened switch
        {
            RoomEntry entry => entry.IsRemembered ? 1 : 0,
            _ when !withEvents => 0,

            // What not everybody in the room was told is no part of the history that everybody there reads.
            RoomEvent { Audience: not null } => 0,
            MemberJoined { Actor.Presence: Presence.Announced } or MemberLeft { Actor.Presence: Presence.Announced } or MemberKicked => 1,
            TagMessagePosted { IsFleeting: false } or ModesChanged => 1,
            PrivateTagMessagePosted { IsFleeting: false, From.Account: not null, To.Account: not null } => 1,
            NicknameChanged { Actor.Presence: Presence.Announced } renamed => renamed.Rooms.Count,
            _ => 0,
        };
        return count > 0;
    }

    private static void Add(ChatEvent happened, MessageId id, DateTimeOffset now, List<EntryDraft> drafts)
    {
        switch (happened)
        {
            case MemberJoined joined:
                drafts.Add(Event(joined.Room, joined.Actor, id, MessageKind.Joined, now, joined.Actor.RealName));
                break;
            case MemberLeft left:
                drafts.Add(Event(left.Room, left.Actor, id, left.Quit ? MessageKind.Quit : MessageKind.Left, now, left.Reason));
                break;
            case MemberKicked kicked:
                drafts.Add(Event(kicked.Room, kicked.Actor, id, MessageKind.Kicked, now, kicked.Reason) with { Target = kicked.Victim.Nickname.Text });
                break;
            case TagMessagePosted message:
                drafts.Add(Event(message.Room, message.Actor, id, MessageKind.TagMessage, now, text: null) with { Tags = message.Tags });
                break;
            case PrivateTagMessagePosted message:
                var conversation = RoomName.OfConversation(message.From.Account!, message.To.Account!);
                drafts.Add(Event(conversation, message.From, id, MessageKind.TagMessage, now, text: null) with
                {
                    Tags = message.Tags,
                    Target = message.To.Nickname.Text,
                });
                break;
            case ModesChanged changed:
                drafts.Add(Event(changed.Room, changed.Actor, id, MessageKind.ModeChanged, now, ModeLine.Write(changed.Changes)));
                break;
            case NicknameChanged renamed:
                foreach (var room in renamed.Rooms)
                {
                    drafts.Add(Event(room, renamed.Before, id, MessageKind.Renamed, now, renamed.After.Nickname.Text));
                }

                break;
        }
    }

    private static EntryDraft Event(RoomName room, Participant who, MessageId id, MessageKind kind, DateTimeOffset now, string? text) =>
        new(id, room.Text, room.Key, kind, who.Nickname.Text, now, text ?? string.Empty, Key: null)
        {
            Account = who.Account,
            Source = SourceOf(who),
        };

    /// <summary>What stands behind somebody's nickname in an IRC source.</summary>
    public static string SourceOf(Participant who) => $"{who.Username}@{who.Host}";
}
