using Confab.Chat.Events;
using Confab.Engine.Delivery;

namespace Confab.Server.Tests.Engine;

/// <summary>A form with a defect: begins to write, and throws.</summary>
internal sealed class BrokenForm : WireForm
{
    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        output.Write("half a message");
        throw new InvalidOperationException("a defect");
    }
}
