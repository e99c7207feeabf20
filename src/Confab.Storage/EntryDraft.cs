using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>
/// An entry or an event that the log is asked to remember. An entry's number in the room is given by the log, inside the transaction; an
/// event (<see cref="MessageKinds.TakesNumber"/>) takes none.
/// </summary>
/// <param name="Id">
/// An entry's id is unique for ever. An event's may come once for each of several rooms, because a quit or a new nickname is one deed.
/// </param>
/// <param name="Room">The room's name as shown; kept as it was with the room's first entry.</param>
/// <param name="RoomKey">
/// The room's folded name, which identifies it. A key that begins with <c>@</c> is a conversation between accounts (<c>@alice,bob</c>).
/// </param>
/// <param name="Kind">What the entry or event is.</param>
/// <param name="Author">The nickname that the author had then.</param>
/// <param name="Time">When it was decided; kept to the millisecond, in UTC.</param>
/// <param name="Text">Clean text: no control characters but TAB and LF. What it holds for an event, <see cref="MessageKind"/> says.</param>
/// <param name="Key">The resend key, where the client gave one. Events have none; it is not looked at.</param>
public sealed record EntryDraft(
    MessageId Id,
    string Room,
    string RoomKey,
    MessageKind Kind,
    string Author,
    DateTimeOffset Time,
    string Text,
    ResendKey? Key)
{
    /// <summary>The author's account as it was then; null for guests.</summary>
    public string? Account { get; init; }

    /// <summary>The author's <c>user@host</c> as IRC showed it then; null where it is unknown.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The client-only tags as they stand on the wire, without the <c>@</c> before them (<c>+reply=abc;+draft/react=x</c>); null where
    /// there are none. At most 4094 bytes, which is for the caller to see to.
    /// </summary>
    public string? Tags { get; init; }

    /// <summary>Whom it was about: who was kicked, to whom a private message went. Null where it is about nobody.</summary>
    public string? Target { get; init; }

    /// <summary>The text with its formatting (<see cref="MessageText.Formatted"/>); null where it has none.</summary>
    public string? Formatted { get; init; }
}
