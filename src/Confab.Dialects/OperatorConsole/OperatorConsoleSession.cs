using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;

namespace Confab.Dialects.OperatorConsole;

/// <summary>
/// The operator's console: a session without a connection that is shown everything but other people's private messages, in the lines that
/// each historic server wrote on its own console, and speaks as the server. Like any session it has two halves that share no state.
/// </summary>
public sealed class OperatorConsoleSession : ISessionView
{
    // No dialect's name: a member's door decides how its name is shown, and the server has only one name everywhere.
    private const string Door = "server";
    private const string Exit = "exit";
    private const string Stopping = "Server is shutting down..";

    private readonly RoomName _home;
    private readonly EngineSession _engine;
    private readonly ConsoleLines _lines;

    /// <summary>Opens the console and signs it on: from here on it is shown what happens.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="home">The default room, which lines without a room are about.</param>
    /// <param name="show">Takes each line that is shown. Called from the delivery loop: must not block or throw.</param>
    public OperatorConsoleSession(ChatEngine engine, RoomName home, Action<string> show)
    {
        _home = home;
        _lines = new ConsoleLines(home);
        _engine = engine.Open(new SessionOrigin(Door, "", Port: 0), new LineOutput(show), this);
        _engine.Submit(new SignOn("", Presence.Operator, AcceptOther: false));
    }

    public WireForm Form => NoForm.Instance;

    /// <summary>Takes a line that the operator typed. Call from one thread at a time.</summary>
    /// <returns>False when the line was the wish to stop the server.</returns>
    public bool Take(string line)
    {
        if (line.Trim() == Exit)
        {
            return false;
        }

        if (ConsoleCommands.Read(line, _home) is { } request)
        {
            _engine.Submit(request);
        }

        return true;
    }

    public void Show(in Answer answer, SessionWriter writer)
    {
        foreach (var line in ConsoleAnswers.Of(answer))
        {
            writer.Message(line);
        }
    }

    public void Show(ChatEvent happened, SessionWriter writer)
    {
        if (happened is ServerStopping)
        {
            writer.Message(Stopping);
            writer.Close(CloseStyle.Normal);
            return;
        }

        foreach (var line in _lines.Of(happened))
        {
            writer.Message(line);
        }
    }
}
