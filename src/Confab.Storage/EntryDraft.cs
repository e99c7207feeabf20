using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>An entry that the log is asked to remember; its number in the room is given by the log, inside the transaction.</summary>
/// <param name="Id">The entry's id, unique for ever.</param>
/// <param name="Room">The room's name as shown; created in the log with its first entry.</param>
/// <param name="RoomKey">The room's folded name, which identifies it.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="Author">The nickname that the author had then.</param>
/// <param name="Time">When it was decided; kept to the millisecond, in UTC.</param>
/// <param name="Text">Clean text: no control characters but TAB and LF.</param>
/// <param name="Key">The resend key, where the client gave one.</param>
public sealed record EntryDraft(
    MessageId Id,
    string Room,
    string RoomKey,
    MessageKind Kind,
    string Author,
    DateTimeOffset Time,
    string Text,
    ResendKey? Key);
