using Confab.Chat.Events;
using Confab.Engine.Delivery;

namespace Confab.Dialects.OperatorConsole;

/// <summary>The form of a session that sits in no room: it is shown each event by itself.</summary>
internal sealed class NoForm : WireForm
{
    public static NoForm Instance { get; } = new();

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        // It sits in no room, so there is nothing to hear there.
    }
}
