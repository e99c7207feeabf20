using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Protocols.Json;
using Confab.Storage;

namespace Confab.Dialects.Json;

/// <summary>Messages as objects: the same whether they come live or from the history.</summary>
internal static class JsonEntries
{
    public static JsonEvent Of(RoomEntry entry) => new()
    {
        Type = JsonTypes.Message,
        Room = entry.Room.Text,
        Number = entry.Number,
        Id = entry.Id.ToString(),
        Time = JsonTime.Format(entry.Time),
        From = entry.Actor.Nickname.Text,
        Text = entry.Text,
        Kind = KindOf(entry.Kind),
    };

    public static JsonEvent Of(LogEntry entry) => new()
    {
        Type = JsonTypes.Message,
        Room = entry.Room,
        Number = entry.Number,
        Id = entry.Id.ToString(),
        Time = JsonTime.Format(entry.Time),
        From = entry.Author,
        Text = entry.Text,
        Kind = KindOf(entry.Kind),
    };

    public static string KindOf(MessageKind kind) => kind switch
    {
        MessageKind.Action => JsonKinds.Action,
        MessageKind.Notice => JsonKinds.Notice,
        MessageKind.Topic => JsonKinds.Topic,
        _ => JsonKinds.Message,
    };
}
