using Confab.Chat;
using Confab.Chat.Requests;

namespace Confab.Server.Tests.Engine;

/// <summary>A request whose rule has a defect.</summary>
internal sealed record BrokenRequest : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) => throw new InvalidOperationException("a defect");
}
