using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Asks for nothing but an answer in its turn: when it comes, everything that this session did before is on its way to the others.
/// </summary>
public sealed record Ping : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
