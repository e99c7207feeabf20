namespace Confab.Transport.Backlogs;

/// <summary>What one session holds of the budget. What is in it belongs to the budget and is guarded by the budget's lock.</summary>
internal sealed class BacklogAccount(BacklogBudget budget, IBacklogHolder holder)
{
    public int Held { get; set; }

    /// <summary>True from when its share was given to others until the session has been given up for that.</summary>
    public bool IsCondemned { get; set; }

    /// <summary>
    /// Takes from the budget; where that is used up, somebody who holds more loses everything. False, and nothing taken, where nobody holds
    /// more, or where the session itself was condemned.
    /// </summary>
    public bool TryTake(int count) => budget.TryTake(this, count, fromOthers: true);

    /// <summary>Takes what is free, at nobody's expense.</summary>
    public bool TryTakeFree(int count) => budget.TryTake(this, count, fromOthers: false);

    public void Return(int count) => budget.Return(this, count);

    /// <summary>Returns everything, and forgets a condemnation: it is carried out.</summary>
    public void Clear() => budget.Clear(this);

    public void GiveUp() => holder.GiveUpForOthers(this);
}
