using Confab.Chat.Events;
using Confab.Dialects.Irc.Capabilities;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Irc.Showing;

/// <summary>What happens in rooms as IRC lines, for all who agreed on the same capabilities.</summary>
internal sealed class IrcForm(IrcCapabilities capabilities, string server) : WireForm
{
    private readonly IrcLineWriter _writer = new(capabilities, server);

    public override bool AnswersOwnDeeds => true;

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        foreach (var line in IrcEvents.Of(happened, capabilities))
        {
            _writer.Write(line, output);
        }
    }
}
