using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>A command whose reply has not come.</summary>
internal sealed class PendingCommand(JsonCommand command, bool isResendable)
{
    private readonly TaskCompletionSource<JsonEvent> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JsonCommand Command { get; } = command;

    /// <summary>Whether asking twice does no more than asking once.</summary>
    public bool IsResendable { get; } = isResendable;

    /// <summary>What the client itself wants with the reply; called by the reader before the asker hears of it.</summary>
    public Action<JsonEvent>? Whenever { get; init; }

    public int TimesSent { get; set; }

    /// <summary>Whoever asked no longer waits.</summary>
    public bool IsAbandoned => _reply.Task.IsCompleted;

    public Task<JsonEvent> Reply => _reply.Task;

    public void Answer(JsonEvent reply)
    {
        if (reply.Type == JsonTypes.Error)
        {
            Fail(new RefusedException(reply.Code ?? "", reply.Text ?? "The server refused without a reason."));
        }
        else
        {
            _reply.TrySetResult(reply);
        }
    }

    public void Fail(Exception exception)
    {
        if (_reply.TrySetException(exception))
        {
            // The client's own commands have nobody who awaits them.
            _ = _reply.Task.Exception;
        }
    }

    public void Abandon(CancellationToken cancellationToken) => _reply.TrySetCanceled(cancellationToken);
}
