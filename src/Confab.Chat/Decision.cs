using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Replies;

namespace Confab.Chat;

/// <summary>What the rules made of one request: an answer for the asker, events for the rooms, perhaps something to look up.</summary>
public sealed class Decision(DateTimeOffset now, IIdSource ids)
{
    private readonly List<ChatEvent> _events = [];

    /// <summary>The time of this tick.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>
    /// The answer for the asker. Null while something must happen first: the log must commit <see cref="Entry"/>, or
    /// <see cref="Lookup"/> must be read.
    /// </summary>
    public Reply? Reply { get; private set; }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<ChatEvent> Events => _events;

    /// <summary>The one event among <see cref="Events"/> that must be committed before any of this decision is seen.</summary>
    public RoomEntry? Entry { get; private set; }

    /// <summary>What is to be read from the history before the asker gets an answer.</summary>
    public Lookup? Lookup { get; private set; }

    public MessageId NewId() => ids.Next(Now);

    public void Answer(Reply reply) => Reply = reply;

    public void Refuse(RefusalCode code, string text, string? suggestion = null) => Reply = new Refused(code, text, suggestion);

    public void Happened(ChatEvent happened)
    {
        _events.Add(happened);
        if (happened is RoomEntry entry)
        {
            Entry = Entry is null ? entry : throw new InvalidOperationException("One decision has at most one entry for the log.");
        }
    }

    public void AskLog(Lookup lookup) => Lookup = lookup;
}
