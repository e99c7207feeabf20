namespace Confab.Transport.Backlogs;

/// <summary>What all backlogs together may hold. Safe from any thread.</summary>
public sealed class BacklogBudget(long bytes)
{
    private long _used;

    public long Used => Interlocked.Read(ref _used);

    /// <summary>Takes from the budget; false, and nothing taken, where it would be overdrawn.</summary>
    public bool TryTake(int count)
    {
        if (Interlocked.Add(ref _used, count) <= bytes)
        {
            return true;
        }

        Interlocked.Add(ref _used, -count);
        return false;
    }

    public void Return(int count) => Interlocked.Add(ref _used, -count);
}
