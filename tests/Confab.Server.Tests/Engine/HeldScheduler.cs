namespace Confab.Server.Tests.Engine;

/// <summary>Runs look-ups when the test says so.</summary>
internal sealed class HeldScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = new();

    public void RunAll()
    {
        while (_tasks.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

    protected override void QueueTask(Task task) => _tasks.Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
