using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Text;

/// <summary>
/// How a person with <c>nc</c> sees rooms: <c>&lt;bob&gt; hello</c>, and whatever is not somebody's words begins with a star. What
/// happens in another room than the door's own begins with that room's name.
/// </summary>
internal sealed class TextForm(RoomName home) : WireForm
{
    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        switch (happened)
        {
            case MessagePosted posted:
                foreach (var line in posted.Message.Lines)
                {
                    Prefix(posted.Room, output);
                    TextLines.Said(posted.Kind, posted.Actor.Nickname.Text, line, output);
                }

                break;
            case TopicChanged { Text.Length: 0 } cleared:
                Note(cleared.Room, $"{cleared.Actor.Nickname.Text} cleared the topic", output);
                break;
            case TopicChanged changed:
                Note(changed.Room, $"{changed.Actor.Nickname.Text} set the topic: {changed.Text}", output);
                break;
            case MemberJoined { Actor.Presence: Presence.Announced } joined:
                Note(joined.Room, $"{joined.Actor.Nickname.Text} joined", output);
                break;
            case MemberLeft { Actor.Presence: Presence.Announced } left:
                Note(left.Room, $"{left.Actor.Nickname.Text} left{Because(left.Reason)}", output);
                break;
            case MemberKicked kicked:
                Note(kicked.Room, $"{kicked.Victim.Nickname.Text} was removed by {kicked.Actor.Nickname.Text}{Because(kicked.Reason)}", output);
                break;
            case NicknameChanged changed:
                TextLines.Note($"{changed.Before.Nickname.Text} is now {changed.After.Nickname.Text}", output);
                break;
        }
    }

    public static string Because(string? reason) => reason is null ? string.Empty : $" ({reason})";

    private void Note(RoomName room, string text, TickBuffer output)
    {
        Prefix(room, output);
        TextLines.Note(text, output);
    }

    private void Prefix(RoomName room, TickBuffer output)
    {
        if (room != home)
        {
            output.Write(room.Text).Write(" "u8);
        }
    }
}
