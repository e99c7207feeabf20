using Confab.Chat;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>What the telnet protocol wants to have answered, byte for byte, in its turn.</summary>
internal sealed record TelnetAnswer(byte[] Bytes) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.Answer(Done.Instance);
}
