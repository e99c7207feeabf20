using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>One remembered entry of a room.</summary>
/// <param name="Position">Its place in the whole log; rises, with gaps after retention.</param>
/// <param name="Number">Its number in the room: 1, 2, 3, …</param>
public sealed record LogEntry(
    long Position,
    MessageId Id,
    string Room,
    string RoomKey,
    long Number,
    MessageKind Kind,
    string Author,
    DateTimeOffset Time,
    string Text);
