using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Engine.Ticks;

/// <summary>
/// Something that a dialect tells itself: no rule has a say in it, but it takes its turn like every request, so that its reading half
/// and its showing half agree on when it happened. Answered with <see cref="Done"/>, before sign-on too.
/// </summary>
public abstract record Aside : Request
{
    public sealed override bool AllowedBeforeSignOn => true;

    public sealed override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
