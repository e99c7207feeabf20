using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>One remembered entry of a room, or one remembered event (<see cref="MessageKinds.TakesNumber"/>).</summary>
/// <param name="Position">Its place in the whole log, entries and events together; rises, with gaps after retention.</param>
/// <param name="Number">An entry's number in the room: 1, 2, 3, …; for an event the number of the entry it came after, 0 before the first.</param>
public sealed record LogEntry(
    long Position,
    MessageId Id,
    string Room,
    string RoomKey,
    long Number,
    MessageKind Kind,
    string Author,
    DateTimeOffset Time,
    string Text)
{
    /// <inheritdoc cref="EntryDraft.Account"/>
    public string? Account { get; init; }

    /// <inheritdoc cref="EntryDraft.Source"/>
    public string? Source { get; init; }

    /// <summary>The client-only tags as they stand on the wire, without the <c>@</c> before them; null where there were none.</summary>
    public string? Tags { get; init; }

    /// <inheritdoc cref="EntryDraft.Target"/>
    public string? Target { get; init; }

    /// <inheritdoc cref="EntryDraft.Formatted"/>
    public string? Formatted { get; init; }
}
