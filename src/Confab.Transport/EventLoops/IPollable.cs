using Confab.Polling;

namespace Confab.Transport.EventLoops;

/// <summary>Something with a descriptor that an event loop watches. Called on the loop's thread; must not throw.</summary>
internal interface IPollable
{
    /// <summary>The descriptor is ready, or was so a moment ago.</summary>
    void Ready(PollEvents happened);
}
