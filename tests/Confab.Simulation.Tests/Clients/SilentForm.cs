using Confab.Chat.Events;
using Confab.Engine.Delivery;

namespace Confab.Simulation.Tests.Clients;

/// <summary>For a session that looks at events and not at bytes.</summary>
internal sealed class SilentForm : WireForm
{
    public override void Encode(ChatEvent happened, TickBuffer output)
    {
    }
}
