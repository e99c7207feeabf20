namespace Confab.Simulation.Tests.World;

/// <summary>Look-ups that run when the simulation wants, as those of a server run beside its sequencer: some ticks later.</summary>
internal sealed class LookupQueue : TaskScheduler
{
    private readonly Queue<Task> _waiting = new();
    private bool _atOnce;

    /// <summary>Runs the oldest that waits. True where there was one.</summary>
    public bool RunOne() => _waiting.TryDequeue(out var task) && TryExecuteTask(task);

    /// <summary>Runs something during which none may wait.</summary>
    public void WithoutWaiting(Action action)
    {
        while (RunOne())
        {
        }

        _atOnce = true;
        action();
        _atOnce = false;
    }

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    protected override void QueueTask(Task task)
    {
        if (_atOnce)
        {
            TryExecuteTask(task);
        }
        else
        {
            _waiting.Enqueue(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
