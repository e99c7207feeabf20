using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>A program came in through the text door: from this turn on it is shown json.</summary>
internal sealed record JsonChosen : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
