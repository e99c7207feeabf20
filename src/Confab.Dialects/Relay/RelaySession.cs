using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Relay;

/// <summary>One session of the <c>relay</c> dialect.</summary>
internal sealed class RelaySession(DialectOptions options) : UnframedSession(options, RelayForm.Historic, RelayForm.InLines)
{
    /// <summary>Both the client's wish to leave and the server's goodbye; only in lower case and only alone.</summary>
    private const string Exit = "exit";

    protected override void Started() =>
        Engine.Submit(new SignOn(PeerName.Port(Engine.Origin), Presence.Quiet, AcceptOther: true, Options.Room));

    protected override void Said(string message)
    {
        if (message == Exit)
        {
            Engine.Submit(new SignOff(Reason: null), tag: Exit);
        }
        else
        {
            Engine.Submit(new Post(Options.Room, message));
        }
    }

    protected override void Leave(in Answer answer, SessionWriter writer)
    {
        if (answer.Tag is Exit)
        {
            Stop(writer);
        }
    }

    protected override void Stop(SessionWriter writer) => Current.Tell(Exit, writer.Buffer, alone: true);

    protected override void Complain(Refused refused, SessionWriter writer) => Current.Tell($"Server:{refused.Text}", writer.Buffer);
}
