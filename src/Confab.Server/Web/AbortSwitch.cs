namespace Confab.Server.Web;

/// <summary>
/// Ends the connection of one request, from any thread, and only as long as the request is served: its context is used again for another one
/// afterwards, which must not be ended in its place.
/// </summary>
/// <param name="abort">Ends the connection.</param>
internal sealed class AbortSwitch(Action abort) : IDisposable
{
    private readonly Lock _sync = new();
    private bool _isOver;

    public void Abort()
    {
        lock (_sync)
        {
            if (!_isOver)
            {
                abort();
            }
        }
    }

    /// <summary>The request is over: from here on nothing is ended.</summary>
    public void Dispose()
    {
        lock (_sync)
        {
            _isOver = true;
        }
    }
}
