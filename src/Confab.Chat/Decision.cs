using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Replies;

namespace Confab.Chat;

/// <summary>What the rules made of one request: an answer for the asker, events for the rooms, perhaps something to look up.</summary>
public sealed class Decision(DateTimeOffset now, IIdSource ids)
{
    // Most requests make one event, and many make none.
    private List<ChatEvent>? _events;

    /// <summary>The time of this tick.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>
    /// The answer for the asker. Null while something must happen first: the log must commit one of <see cref="Entries"/>, or
    /// <see cref="Lookup"/> must be read.
    /// </summary>
    public Reply? Reply { get; private set; }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<ChatEvent> Events => _events ?? (IReadOnlyList<ChatEvent>)[];

    /// <summary>Those of <see cref="Events"/> that must be committed before any of this decision is seen; looked for at each call.</summary>
    public IReadOnlyList<RoomEntry> Entries => _events is null ? [] : [.. _events.OfType<RoomEntry>().Where(entry => entry.IsRemembered)];

    /// <summary>What is to be read or computed before the asker gets an answer.</summary>
    public Lookup? Lookup { get; private set; }

    public MessageId NewId() => ids.Next(Now);

    /// <summary>Random bytes that nobody can guess.</summary>
    public byte[] NewSecret(int bytes)
    {
        var secret = new byte[bytes];
        ids.Fill(secret);
        return secret;
    }

    public void Answer(Reply reply) => Reply = reply;

    public void Refuse(RefusalCode code, string text, string? suggestion = null) => Reply = new Refused(code, text, suggestion);

    public void Happened(ChatEvent happened)
    {
        happened.Decided(Now);
        _events ??= new List<ChatEvent>(1);
        _events.Add(happened);
    }

    public void AskLog(Lookup lookup) => Lookup = lookup;

    /// <summary>Takes back the answer and the look-up, so that one request may ask several rules one after the other.</summary>
    public Reply? TakeReply()
    {
        var reply = Reply;
        Reply = null;
        return reply;
    }
}
