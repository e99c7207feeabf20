using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Confab.Polling;

/// <summary>
/// Waits for many descriptors at once (<c>epoll(7)</c>, level-triggered: what is ready and not dealt with is told again). One thread waits;
/// <see cref="Add"/>, <see cref="Change"/>, <see cref="Remove"/> and <see cref="Wake"/> are safe from any.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Poller : IDisposable
{
    private const int AddOperation = 1;
    private const int RemoveOperation = 2;
    private const int ChangeOperation = 3;
    private const long WakeToken = long.MinValue;

    // struct epoll_event is packed on x86-64 and nowhere else.
    private static readonly int _tokenOffset = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 4 : 8;
    private static readonly int _stride = _tokenOffset + sizeof(long);

    private readonly int _epoll;
    private readonly int _wake;
    private byte* _happenings;
    private readonly int _capacity;
    private int _woken;

    /// <param name="capacity">Most events that one wait returns; each costs 16 bytes.</param>
    /// <exception cref="IOException">The system gives no descriptor for it.</exception>
    public Poller(int capacity = 512)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _epoll = Check(SystemCalls.EpollCreate(SystemCalls.CloseOnExec));
        _wake = SystemCalls.EventDescriptor(0, SystemCalls.NonBlocking | SystemCalls.CloseOnExec);
        if (_wake < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            _ = SystemCalls.Close(_epoll);
            throw SystemCalls.Failure(error);
        }

        _happenings = (byte*)NativeMemory.Alloc((nuint)(_capacity * _stride));
        Add(_wake, PollEvents.Readable, WakeToken);
    }

    /// <summary>Watches a descriptor. It is forgotten when it is closed.</summary>
    /// <param name="descriptor">An open descriptor that is not watched yet.</param>
    /// <param name="events">What to tell of it.</param>
    /// <param name="token">Comes back with its events; not <see cref="long.MinValue"/>.</param>
    public void Add(int descriptor, PollEvents events, long token) => Control(AddOperation, descriptor, events, token);

    /// <summary>Tells other events of a watched descriptor from now on; <see cref="PollEvents.None"/> for none but its breaking.</summary>
    public void Change(int descriptor, PollEvents events, long token) => Control(ChangeOperation, descriptor, events, token);

    /// <summary>Watches a descriptor no more.</summary>
    public void Remove(int descriptor) => Control(RemoveOperation, descriptor, PollEvents.None, token: 0);

    /// <summary>Waits until something is ready, somebody wakes the poller, or the time is up.</summary>
    /// <param name="events">Takes what is ready.</param>
    /// <param name="milliseconds">How long at most; -1 for ever, 0 not at all.</param>
    /// <returns>How many events there are; may be 0 before the time is up.</returns>
    public int Wait(Span<PollEvent> events, int milliseconds)
    {
        var count = SystemCalls.EpollWait(_epoll, _happenings, Math.Min(events.Length, _capacity), milliseconds);
        if (count < 0)
        {
            return Marshal.GetLastPInvokeError() == SystemCalls.Interrupted ? 0 : Check(count);
        }

        var told = 0;
        for (var i = 0; i < count; i++)
        {
            var at = _happenings + (i * _stride);
            var token = *(long*)(at + _tokenOffset);
            if (token == WakeToken)
            {
                Calm();
            }
            else
            {
                events[told++] = new PollEvent(token, (PollEvents)(*(uint*)at));
            }
        }

        return told;
    }

    /// <summary>Lets the wait that runs, or else the next one, return at once. Many calls before that cost one.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            var one = 1L;
            _ = SystemCalls.Write(_wake, (byte*)&one, sizeof(long));
        }
    }

    /// <summary>Gives back what the system lent. Nobody may wait or call any more.</summary>
    public void Dispose()
    {
        if (_happenings is not null)
        {
            NativeMemory.Free(_happenings);
            _happenings = null;
            _ = SystemCalls.Close(_epoll);
            _ = SystemCalls.Close(_wake);
        }
    }

    private void Calm()
    {
        // In this order: whoever wakes between the two is heard, because its deed was there before this wait returned. The other way round, its mark would
        // stay behind without a wake, and keep out every later one.
        long count;
        _ = SystemCalls.Read(_wake, (byte*)&count, sizeof(long));
        Interlocked.Exchange(ref _woken, 0);
    }

    private void Control(int operation, int descriptor, PollEvents events, long token)
    {
        var happening = stackalloc byte[16];
        *(uint*)happening = (uint)events;
        *(long*)(happening + _tokenOffset) = token;
        Check(SystemCalls.EpollControl(_epoll, operation, descriptor, happening));
    }

    private static int Check(int result) => result >= 0 ? result : throw SystemCalls.Failure(Marshal.GetLastPInvokeError());
}
