using System.Runtime.Versioning;

namespace Confab.Polling;

/// <summary>What the C library has taken from the system for its callers, such as the runtime's compiler and OpenSSL.</summary>
[SupportedOSPlatform("linux")]
public static class LibraryMemory
{
    /// <summary>
    /// Gives back to the system what none of them uses; otherwise the library keeps it for the next who asks. Takes some milliseconds.
    /// </summary>
    public static void GiveBack()
    {
        try
        {
            _ = SystemCalls.TrimMemory(0);
        }
        catch (EntryPointNotFoundException)
        {
            // A library other than glibc, which has no such call.
        }
    }
}
