using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>Something that the dialect answers by itself, in its turn: the help, a usage line, a pong.</summary>
internal sealed record TextNote(IReadOnlyList<string> Lines) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
