using Confab.Chat.Events;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Sends somebody message tags without a text: that one types, a reaction.</summary>
/// <param name="To">The nickname.</param>
/// <param name="Tags">The tags in their wire form; empty for none.</param>
/// <param name="IsFleeting">True where they tell of a moment only, so that nobody needs to read them later.</param>
public sealed record SendTags(string To, string Tags, bool IsFleeting = false) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!Recipients.TryFind(To, state, asker, decision, out var recipient))
        {
            return;
        }

        var posted = new PrivateTagMessagePosted(asker.Participant, recipient.Participant, Tags, IsFleeting);
        posted.Remembered(decision.NewId());
        decision.Happened(posted);
        decision.Answer(Done.Instance);
    }
}
