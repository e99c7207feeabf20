using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>A line that could not be understood; its complaint comes in its turn.</summary>
internal sealed record JsonProblemFound(JsonProblem Problem) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
