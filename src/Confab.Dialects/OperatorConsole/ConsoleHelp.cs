using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.OperatorConsole;

/// <summary>The list of commands, asked for like anything else, so that it is shown in its turn.</summary>
internal sealed record ConsoleHelp : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
