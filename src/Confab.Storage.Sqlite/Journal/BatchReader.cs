using System.Text;
using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// Reads a row of the journal (<see cref="BatchWriter"/>): its rooms, then its entries, then its records, in this order. What is no such row
/// is an <see cref="InvalidDataException"/> with a sentence.
/// </summary>
internal ref struct BatchReader
{
    private BlobReader _rest;
    private int _entries;
    private int _records = -1;
    private long _position;

    public BatchReader(ReadOnlySpan<byte> blob)
    {
        if (blob.Length <= 1 + sizeof(uint))
        {
            throw new InvalidDataException($"A batch of its journal has only {blob.Length} bytes.");
        }

        if (blob[0] != BatchWriter.Version)
        {
            throw new InvalidDataException($"A batch of its journal has the form {blob[0]}, and only {BatchWriter.Version} is known.");
        }

        var content = blob[..^sizeof(uint)];
        var sum = new BlobReader(blob[^sizeof(uint)..]).Fixed();
        if (Checksum.Of(content) != sum)
        {
            throw new InvalidDataException("A batch of its journal is not as it was written: the checksum differs.");
        }

        _rest = new BlobReader(content[1..]);
        _position = _rest.Number();
        FirstPosition = _position;
        Rooms = new JournalRoom[_rest.Count()];
        for (var i = 0; i < Rooms.Length; i++)
        {
            Rooms[i] = Room();
        }

        _entries = _rest.Count();
        Count = _entries;
    }

    public long FirstPosition { get; }

    public JournalRoom[] Rooms { get; }

    /// <summary>How many entries and events it has.</summary>
    public int Count { get; }

    public bool Next(out JournalEntry entry)
    {
        if (_entries == 0)
        {
            entry = default;
            return false;
        }

        _entries--;
        entry = Entry(new BlobReader(_rest.Stretch()), _position++);
        return true;
    }

    /// <summary>The next record, once all entries were read; false after the last.</summary>
    public bool NextRecord(out StoredRecord? record)
    {
        _records = _records < 0 ? _rest.Count() : _records;
        if (_records == 0)
        {
            record = null;
            return false;
        }

        _records--;
        record = new StoredRecord(Text(), Text(), _rest.Byte() == 0 ? null : Text());
        return true;
    }

    private string Text() => Encoding.UTF8.GetString(_rest.Text());

    private JournalRoom Room()
    {
        var room = new JournalRoom(
            _rest.Number(), Text(), Text(), _rest.Signed(), _rest.Number(), _rest.Number(), _rest.Signed(), LastSaid: null, TopicChanged: false, Topic: null);
        var flags = (RoomFlags)_rest.Byte();
        return flags == RoomFlags.None ? room : room with
        {
            LastSaid = flags.HasFlag(RoomFlags.Said) ? _rest.Signed() : null,
            TopicChanged = flags.HasFlag(RoomFlags.TopicChanged),
            Topic = flags.HasFlag(RoomFlags.Topic)
                ? new StoredTopic(Text(), Text(), DateTimeOffset.FromUnixTimeMilliseconds(_rest.Signed()))
                : null,
        };
    }

    private readonly JournalEntry Entry(BlobReader from, long position)
    {
        var kind = (MessageKind)from.Byte();
        var room = from.Number();
        if (room < 0 || room >= Rooms.Length)
        {
            throw new InvalidDataException($"A batch of its journal names a room that it does not have ({room} of {Rooms.Length}).");
        }

        var (number, eventNumber, time) = (from.Number(), from.Number(), from.Signed());
        var id = from.Id();
        var flags = (EntryFlags)from.Byte();
        return new JournalEntry
        {
            Position = position,
            Kind = kind,
            Room = Rooms[room],
            Number = number,
            EventNumber = eventNumber,
            Time = time,
            Id = id,
            Key = flags.HasFlag(EntryFlags.Key) ? new ResendKey(new Guid(from.Id(), bigEndian: true), from.Signed()) : null,
            Author = from.Text(),
            Text = from.Text(),
            Account = flags.HasFlag(EntryFlags.Account) ? new OptionalText(from.Text()) : default,
            Source = flags.HasFlag(EntryFlags.Source) ? new OptionalText(from.Text()) : default,
            Tags = flags.HasFlag(EntryFlags.Tags) ? new OptionalText(from.Text()) : default,
            Target = flags.HasFlag(EntryFlags.Target) ? new OptionalText(from.Text()) : default,
            Formatted = flags.HasFlag(EntryFlags.Formatted) ? new OptionalText(from.Text()) : default,
        };
    }
}
