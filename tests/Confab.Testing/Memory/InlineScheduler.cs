namespace Confab.Testing.Memory;

/// <summary>Runs tasks where they are started, so that a test has one thread and one order.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    public static InlineScheduler Instance { get; } = new();

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
