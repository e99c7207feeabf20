namespace Confab.Engine.Sessions;

/// <summary>Somebody who waits until a session has fewer requests in flight.</summary>
/// <param name="bound">Fewer than so many.</param>
internal sealed class Waiter(int bound)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Bound => bound;

    public Task Done => _done.Task;

    public void Finish() => _done.SetResult();
}
