using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Unframed;

/// <summary>The session has sent a line feed: from this turn on it is shown lines.</summary>
internal sealed record LinesSeen : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
