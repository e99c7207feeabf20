namespace Confab.Polling;

/// <summary>What a <see cref="Poller"/> is asked to tell of a descriptor, and what it tells: the values of <c>epoll_ctl(2)</c>.</summary>
[Flags]
public enum PollEvents
{
    None = 0,

    /// <summary>Something can be read or accepted, or the stream has ended.</summary>
    Readable = 0x001,

    /// <summary>Something can be written, or a connection that was begun has been made.</summary>
    Writable = 0x004,

    /// <summary>The descriptor is broken; told without being asked for.</summary>
    Broken = 0x008,

    /// <summary>Both directions have ended; told without being asked for.</summary>
    HungUp = 0x010,
}
