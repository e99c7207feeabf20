using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// Writes a transaction as one row of the journal. Its form, version 1 (numbers and texts as <see cref="BlobWriter"/> writes them, times in
/// milliseconds since 1970):
/// <code>
/// version      1 byte
/// position     of the first entry or event; the others follow without gaps
/// rooms        how many; each: id, key, name, time made, last number, last event, last time, flags, [last said], [topic, author, time]
/// entries      how many, events among them; each with its length before it (4 bytes): kind, which of the rooms, number, number as
///              an event, time, id (16 bytes), flags, [client (16 bytes), its number], author, text, and the optional texts that the flags name
/// records      how many; each: kind, key, 1 or 0, [value]
/// checksum     4 bytes, CRC-32C of all before
/// </code>
/// What is said of a room holds after the whole batch. A later version begins with another byte and is read beside this one.
/// </summary>
internal sealed class BatchWriter
{
    public const byte Version = 1;

    private readonly BlobWriter _blob = new();

    /// <summary>The row; it is valid until the next one is written.</summary>
    public ReadOnlySpan<byte> Write(LogBatch batch, Numbering numbering)
    {
        _blob.Clear();
        _blob.Byte(Version);
        _blob.Number(numbering.FirstPosition);
        _blob.Number(numbering.Touched.Count);
        foreach (var room in numbering.Touched)
        {
            Write(room);
        }

        _blob.Number(numbering.Placed.Count);
        foreach (var placed in numbering.Placed)
        {
            Write(batch.Entries[placed.Draft], placed);
        }

        _blob.Number(batch.Records.Count);
        foreach (var record in batch.Records)
        {
            Write(record);
        }

        _blob.Fixed(Checksum.Of(_blob.Written));
        return _blob.Written;
    }

    private void Write(LedgerRoom room)
    {
        _blob.Number(room.Id);
        _blob.Text(room.Key);
        _blob.Text(room.Now.Name);
        _blob.Signed(room.Now.Created);
        _blob.Number(room.Now.LastNumber);
        _blob.Number(room.Now.LastEvent);
        _blob.Signed(room.LastTime);
        _blob.Byte((byte)(
            (room.LastSaid is null ? RoomFlags.None : RoomFlags.Said)
            | (room.TopicChanged ? RoomFlags.TopicChanged : RoomFlags.None)
            | (room.Topic is null ? RoomFlags.None : RoomFlags.Topic)));
        if (room.LastSaid is { } said)
        {
            _blob.Signed(said);
        }

        if (room.Topic is { } topic)
        {
            _blob.Text(topic.Text);
            _blob.Text(topic.Author);
            _blob.Signed(StoredValue.Of(topic.Time));
        }
    }

    private void Write(EntryDraft draft, Placed placed)
    {
        var begin = _blob.BeginStretch();
        _blob.Byte((byte)draft.Kind);
        _blob.Number(placed.Room.Place);
        _blob.Number(placed.Number);
        _blob.Number(placed.EventNumber);
        _blob.Signed(StoredValue.Of(draft.Time));
        _blob.Id(draft.Id.Value);
        var key = draft.Kind.TakesNumber() ? draft.Key : null;
        _blob.Byte((byte)(
            (key is null ? EntryFlags.None : EntryFlags.Key)
            | (draft.Account is null ? EntryFlags.None : EntryFlags.Account)
            | (draft.Source is null ? EntryFlags.None : EntryFlags.Source)
            | (draft.Tags is null ? EntryFlags.None : EntryFlags.Tags)
            | (draft.Target is null ? EntryFlags.None : EntryFlags.Target)
            | (draft.Formatted is null ? EntryFlags.None : EntryFlags.Formatted)));
        if (key is { } resend)
        {
            _blob.Id(resend.Client);
            _blob.Signed(resend.Number);
        }

        _blob.Text(draft.Author);
        _blob.Text(draft.Text);
        _blob.TextOrNothing(draft.Account);
        _blob.TextOrNothing(draft.Source);
        _blob.TextOrNothing(draft.Tags);
        _blob.TextOrNothing(draft.Target);
        _blob.TextOrNothing(draft.Formatted);
        _blob.EndStretch(begin);
    }

    private void Write(StoredRecord record)
    {
        _blob.Text(record.Kind);
        _blob.Text(record.Key);
        _blob.Byte((byte)(record.Value is null ? 0 : 1));
        _blob.TextOrNothing(record.Value);
    }
}
