using System.Runtime.InteropServices;

namespace Confab.Polling;

/// <summary>The calls of the C library that this project makes. Each sets the last error where it returns -1.</summary>
internal static unsafe partial class SystemCalls
{
    public const int Interrupted = 4;
    public const int WouldBlock = 11;
    public const int NoMemory = 12;
    public const int NoBufferSpace = 105;
    public const int ConnectionAborted = 103;

    // SOCK_NONBLOCK | SOCK_CLOEXEC, and the same for eventfd and epoll.
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    // MSG_DONTWAIT | MSG_NOSIGNAL.
    public const int DontWait = 0x40;
    public const int NoSignal = 0x4000;

    private const string C = "libc";

    /// <summary>What the system said, as an exception.</summary>
    public static IOException Failure(int error) => new($"{Marshal.GetPInvokeErrorMessage(error)} (error {error})");

    [LibraryImport(C, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport(C, EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(int epoll, int operation, int descriptor, byte* happening);

    [LibraryImport(C, EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(int epoll, byte* happenings, int count, int milliseconds);

    [LibraryImport(C, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventDescriptor(uint value, int flags);

    [LibraryImport(C, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* bytes, nint count);

    [LibraryImport(C, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* bytes, nint count);

    [LibraryImport(C, EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int descriptor, byte* bytes, nint count, int flags);

    [LibraryImport(C, EntryPoint = "send", SetLastError = true)]
    public static partial nint Send(int descriptor, byte* bytes, nint count, int flags);

    [LibraryImport(C, EntryPoint = "accept4", SetLastError = true)]
    public static partial int Accept(int descriptor, byte* address, int* length, int flags);

    [LibraryImport(C, EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(int descriptor, int level, int name, void* value, int length);

    /// <summary><c>malloc_trim(3)</c>, of glibc alone.</summary>
    [LibraryImport(C, EntryPoint = "malloc_trim")]
    public static partial int TrimMemory(nint keep);

    [LibraryImport(C, EntryPoint = "shutdown", SetLastError = true)]
    public static partial int Shutdown(int descriptor, int how);

    [LibraryImport(C, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);
}
