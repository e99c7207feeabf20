using System.Runtime.Versioning;
using Confab.Engine;

namespace Confab.Transport.EventLoops;

/// <summary>
/// The event loops of a server, one for each share of delivery. To be made before the engine starts, and disposed after the last connection has
/// ended and the engine has stopped.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class EventLoopSet : IDisposable
{
    private readonly EventLoop[] _loops;
    private int _next;

    /// <param name="engine">Not yet started; every shard of it gets a loop.</param>
    /// <param name="readBytes">Most bytes of one read.</param>
    /// <exception cref="IOException">The system gives no descriptors for it.</exception>
    public EventLoopSet(ChatEngine engine, int readBytes)
    {
        _loops = [.. engine.Shards.Select((shard, index) => new EventLoop(engine, shard, index + 1, readBytes, runsSequencer: engine.Shards.Count == 1))];
        foreach (var loop in _loops)
        {
            loop.Start();
        }
    }

    /// <summary>Where connections are accepted.</summary>
    internal EventLoop First => _loops[0];

    /// <summary>The loop of the next connection: they take turns. Called on the first loop's thread.</summary>
    internal EventLoop Next() => _loops[_next++ % _loops.Length];

    public void Dispose()
    {
        foreach (var loop in _loops)
        {
            loop.Dispose();
        }
    }
}
