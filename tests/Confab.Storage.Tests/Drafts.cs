using Confab.Chat.Messages;

namespace Confab.Storage.Tests;

/// <summary>Makes drafts whose ids are unique within one test; their times rise by a second.</summary>
public sealed class Drafts
{
    public static readonly DateTimeOffset Start = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private int _made;

    public EntryDraft Say(string text, string room = "#tea", DateTimeOffset? time = null, ResendKey? key = null) =>
        Make(MessageKind.Message, text, room, time, key);

    public EntryDraft Topic(string text, string room = "#tea", ResendKey? key = null) => Make(MessageKind.Topic, text, room, null, key);

    public EntryDraft Make(MessageKind kind, string text, string room = "#tea", DateTimeOffset? time = null, ResendKey? key = null)
    {
        _made++;
        var id = new MessageId(new Guid(_made, 1, 0x7000, 0x80, 1, 2, 3, 4, 5, 6, 7));
        return new EntryDraft(id, room.ToUpperInvariant(), room, kind, "alice", time ?? Start.AddSeconds(_made), text, key);
    }
}
