using Confab.Chat.Events;
using Confab.Dialects.Irc.Capabilities;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Irc.Showing;

/// <summary>What happens in rooms as IRC lines, for all who agreed on the same capabilities.</summary>
internal sealed class IrcForm(IrcCapabilities capabilities, string server) : WireForm
{
    public override bool AnswersOwnDeeds => true;

    /// <summary>Writes lines for those who hear their rooms in this form.</summary>
    public IrcLineWriter Writer { get; } = new(capabilities, server);

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        if (IrcSaid.TryRead(happened, out var said))
        {
            Writer.Write(said, output);
            return;
        }

        foreach (var line in IrcEvents.Of(happened, capabilities))
        {
            Writer.Write(line, output);
        }
    }
}
