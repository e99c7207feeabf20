using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks somebody's program something, or answers it (CTCP).</summary>
/// <param name="To">The nickname.</param>
/// <param name="Text">One line with its marks, as it was sent.</param>
/// <param name="Kind">A message asks, a notice answers.</param>
public sealed record SendCtcp(string To, string Text, MessageKind Kind = MessageKind.Message) : Request
{
    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!IsReadable(Text, decision) || !Recipients.TryFind(To, state, asker, decision, out var recipient))
        {
            return;
        }

        var posted = new PrivateCtcpPosted(asker.Participant, recipient.Participant, Kind, Text) { Tags = Tags };
        posted.Remembered(decision.NewId());
        decision.Happened(posted);
        decision.Answer(Done.Instance);
    }

    // It goes to others as it is: what could end their line must not stand in it.
    internal static bool IsReadable(string text, Decision decision)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0)
        {
            return true;
        }

        decision.Refuse(RefusalCode.MalformedInput, "A CTCP message is one line. Send it without line breaks.");
        return false;
    }
}
