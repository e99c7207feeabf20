using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// What a session sent could not be understood, or came too late. It goes the way of every request, so that the complaint is
/// shown in its turn, behind the answers to what was sent before.
/// </summary>
public sealed record RejectInput(Refused Refusal) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Refusal);
}
