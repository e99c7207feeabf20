using System.Text;
using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>An entry or event of a batch, where it lies: its texts are the batch's own bytes.</summary>
internal readonly ref struct JournalEntry
{
    public required long Position { get; init; }

    public required MessageKind Kind { get; init; }

    public required JournalRoom Room { get; init; }

    /// <summary>An entry's number; of an event the number it came after.</summary>
    public required long Number { get; init; }

    public required long EventNumber { get; init; }

    public required long Time { get; init; }

    /// <summary>16 bytes in network order.</summary>
    public required ReadOnlySpan<byte> Id { get; init; }

    public required ResendKey? Key { get; init; }

    public required ReadOnlySpan<byte> Author { get; init; }

    public required ReadOnlySpan<byte> Text { get; init; }

    public required OptionalText Account { get; init; }

    public required OptionalText Source { get; init; }

    public required OptionalText Tags { get; init; }

    public required OptionalText Target { get; init; }

    public required OptionalText Formatted { get; init; }

    public MessageId MessageId => new(new Guid(Id, bigEndian: true));

    public LogEntry ToLogEntry() => new(
        Position,
        MessageId,
        Room.Name,
        Room.Key,
        Number,
        Kind,
        Encoding.UTF8.GetString(Author),
        DateTimeOffset.FromUnixTimeMilliseconds(Time),
        Encoding.UTF8.GetString(Text))
    {
        Account = Account.ToString(),
        Source = Source.ToString(),
        Tags = Tags.ToString(),
        Target = Target.ToString(),
        Formatted = Formatted.ToString(),
    };
}
