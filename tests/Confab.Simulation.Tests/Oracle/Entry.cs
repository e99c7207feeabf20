using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Storage;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>One committed entry of a room: what everybody must see, in the order in which everybody must see it.</summary>
internal sealed class Entry(EntryDraft draft, AppendResult result, Said? said)
{
    private string[]? _masked;

    public string Room => draft.Room;

    public long Number => result.Number;

    public string Id { get; } = result.Id.ToString();

    public MessageKind Kind => draft.Kind;

    public string Author => draft.Author;

    public DateTimeOffset Time => result.Time;

    public string Text => draft.Text;

    public string[] Lines { get; } = draft.Text.Split('\n');

    /// <summary>The lines as a client that bears ASCII only is shown them.</summary>
    public string[] MaskedLines => _masked ??= [.. Lines.Select(AsciiForm.Mask)];

    /// <summary>Who said it; null for the server's operator.</summary>
    public Said? Said => said;

    public override string ToString() => $"{Room} {Number}";
}
