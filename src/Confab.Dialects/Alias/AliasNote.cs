using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Alias;

/// <summary>Something that the dialect answers by itself, in its turn: the help, a usage line.</summary>
internal sealed record AliasNote(string Text) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
