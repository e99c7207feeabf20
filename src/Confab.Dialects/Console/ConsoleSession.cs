using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;

namespace Confab.Dialects.Console;

/// <summary>One session of the <c>console</c> dialect.</summary>
internal sealed class ConsoleSession(DialectOptions options) : UnframedSession(options, ConsoleForm.Historic, ConsoleForm.InLines)
{
    private const string Welcome = "Welcome to this chat room! Type exit to leave.";
    private const string Goodbye = "Goodbye!";
    private const string Shutdown = "Server is shutting down. Goodbye!";

    protected override void Started() =>
        Engine.Submit(new SignOn(PeerName.Port(Engine.Origin), Presence.Quiet, AcceptOther: true, Options.Room));

    protected override void Said(string message)
    {
        Engine.Submit(new Post(Options.Room, message));

        // The others hear the goodbye; the one who said it waits for the connection to end.
        if (message.Equals(Goodbye, StringComparison.OrdinalIgnoreCase))
        {
            Engine.Submit(new SignOff(Reason: null));
        }
    }

    protected override void ShowAnswer(in Answer answer, SessionWriter writer)
    {
        if (answer.Reply is Opened)
        {
            Current.Tell(Welcome, writer.Buffer);
        }
    }

    protected override void Stop(SessionWriter writer) => Current.Tell(Shutdown, writer.Buffer, alone: true);

    protected override void Complain(Refused refused, SessionWriter writer) => Current.Tell($"<Server> {refused.Text}", writer.Buffer);
}
