using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Confab.Cli.Terminal;

/// <summary>Makes a Windows console obey escape sequences and take UTF-8, which it does only when asked.</summary>
internal sealed class WindowsConsole
{
    private const int StandardOutput = -11;
    private const uint ObeyEscapes = 0x4;

    private readonly nint _handle;
    private readonly uint _mode;
    private readonly Encoding _encoding;

    private WindowsConsole(nint handle, uint mode, Encoding encoding)
    {
        _handle = handle;
        _mode = mode;
        _encoding = encoding;
    }

    /// <summary>Null for a console too old for it (before Windows 10).</summary>
    [SupportedOSPlatform("windows")]
    public static WindowsConsole? TryPrepare()
    {
        var handle = GetStdHandle(StandardOutput);
        if (GetConsoleMode(handle, out var mode) == 0 || SetConsoleMode(handle, mode | ObeyEscapes) == 0)
        {
            return null;
        }

        var console = new WindowsConsole(handle, mode, Console.OutputEncoding);
        Console.OutputEncoding = Encoding.UTF8;
        return console;
    }

    public void Restore()
    {
        Console.OutputEncoding = _encoding;
        _ = SetConsoleMode(_handle, _mode);
    }

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int device);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetConsoleMode(nint handle, uint mode);
}
