namespace Confab.Client.Connections;

/// <summary>A command whose reply has not come.</summary>
/// <param name="command">What is sent, its label in it.</param>
/// <param name="label">What the reply repeats.</param>
/// <param name="isResendable">Whether asking twice does no more than asking once.</param>
internal sealed class Pending<TCommand, TReply>(TCommand command, string label, bool isResendable)
{
    private readonly TaskCompletionSource<TReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TCommand Command { get; } = command;

    public string Label { get; } = label;

    public bool IsResendable { get; } = isResendable;

    /// <summary>What the client itself wants with the reply; called by the reader before the asker hears of it.</summary>
    public Action<TReply>? Whenever { get; init; }

    public int TimesSent { get; set; }

    /// <summary>Whoever asked no longer waits.</summary>
    public bool IsAbandoned => _reply.Task.IsCompleted;

    public Task<TReply> Reply => _reply.Task;

    public void Answer(TReply reply) => _reply.TrySetResult(reply);

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
