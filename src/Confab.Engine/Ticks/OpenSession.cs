using Confab.Chat;
using Confab.Chat.Requests;

namespace Confab.Engine.Ticks;

/// <summary>The first request of every session, handed in by the engine itself; its answer lets the view say its first words.</summary>
public sealed record OpenSession : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Opened.Instance);
}
