using Confab.Chat.Events;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.OperatorConsole;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;
using Confab.Protocols.Control;

namespace Confab.Dialects.Control;

/// <summary>
/// Somebody who looks after the server by commands: one question, one answer. It is a session like any other, which acts for the operator; so the
/// same rules answer it. See docs/protocols/control.md.
/// </summary>
public sealed class ControlSession : ISessionView, IDisposable
{
    /// <summary>What it is called where sessions are.</summary>
    public const string Door = "control";

    private readonly EngineSession _engine;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens a session, and signs it on.</summary>
    /// <param name="engine">The engine.</param>
    public ControlSession(ChatEngine engine)
    {
        _engine = engine.Open(new SessionOrigin(Door, "", Port: 0), NoOutput.Instance, this);
        _engine.Submit(new SignOn("", Presence.Steward, AcceptOther: false));
    }

    public WireForm Form => NoForm.Instance;

    /// <summary>Completes when the server ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Asks, and completes with the answer; what was done is then stored. Call again only when it has.</summary>
    /// <param name="line">A line without its end.</param>
    public Task<ControlReply> AskAsync(string line) => ControlCommand.Parse(line, out var command, out var error)
        ? AskAsync(command)
        : Task.FromResult(ControlReplies.Refuse(ControlReply.Malformed, error));

    /// <inheritdoc cref="AskAsync(string)"/>
    public async Task<ControlReply> AskAsync(ControlCommand command)
    {
        if (!ControlRequests.TryRead(command, out var request, out var refusal))
        {
            return refusal;
        }

        var reply = new TaskCompletionSource<ControlReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _engine.Submit(request, reply);
        await Task.WhenAny(reply.Task, _ended.Task);
        return reply.Task.IsCompleted
            ? await reply.Task
            : ControlReplies.Refuse(ControlReply.Stopping, "The server is shutting down, and did not get to that any more. Ask again.");
    }

    /// <summary>Ends the session; the server goes on.</summary>
    public void Dispose() => _engine.Submit(new SignOff(null));

    public void Show(in Answer answer, SessionWriter writer)
    {
        if (answer.Tag is TaskCompletionSource<ControlReply> waiting)
        {
            waiting.TrySetResult(ControlReplies.Of(answer));
        }
    }

    public void Show(ChatEvent happened, SessionWriter writer)
    {
        if (happened is ServerStopping)
        {
            _ended.TrySetResult();
            writer.Close(CloseStyle.Normal);
        }
    }
}
