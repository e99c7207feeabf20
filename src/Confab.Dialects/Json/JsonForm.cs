using Confab.Chat.Events;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>Events as objects, a line each.</summary>
internal sealed class JsonForm : WireForm
{
    private JsonForm()
    {
    }

    public static JsonForm Instance { get; } = new();

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        if (Translate(happened) is { } translated)
        {
            Write(translated, output);
        }
    }

    public static void Write(JsonEvent value, TickBuffer output)
    {
        JsonEvent.Write(output, value);
        output.EndMessage();
    }

    private static JsonEvent? Translate(ChatEvent happened) => happened switch
    {
        MessagePosted posted => JsonEntries.Of(posted),
        TopicChanged changed => new JsonEvent
        {
            Type = JsonTypes.Topic,
            Room = changed.Room.Text,
            By = changed.Actor.Nickname.Text,
            Text = changed.Text,
            Number = changed.Number,
            Id = changed.Id.ToString(),
            Time = JsonTime.Format(changed.Time),
        },
        MemberJoined { Actor.Presence: Presence.Announced } joined => new JsonEvent
        {
            Type = JsonTypes.Join,
            Room = joined.Room.Text,
            Nick = joined.Actor.Nickname.Text,
        },
        MemberLeft { Actor.Presence: Presence.Announced } left => new JsonEvent
        {
            Type = JsonTypes.Part,
            Room = left.Room.Text,
            Nick = left.Actor.Nickname.Text,
            Reason = left.Reason,
        },
        MemberKicked kicked => Kick(kicked),
        NicknameChanged changed => new JsonEvent
        {
            Type = JsonTypes.Rename,
            From = changed.Before.Nickname.Text,
            To = changed.After.Nickname.Text,
        },
        _ => null,
    };

    public static JsonEvent Kick(MemberKicked kicked) => new()
    {
        Type = JsonTypes.Kick,
        Room = kicked.Room.Text,
        Nick = kicked.Victim.Nickname.Text,
        By = kicked.Actor.Nickname.Text,
        Reason = kicked.Reason,
    };
}
