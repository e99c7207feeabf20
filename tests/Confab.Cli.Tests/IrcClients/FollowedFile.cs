using System.Diagnostics;
using System.Text;
using Confab.Cli.Tests.Processes;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>Files through which programs without a plain input and output are talked to.</summary>
internal static class FollowedFile
{
    /// <summary>Reads what a program appends to a file, which need not be there yet.</summary>
    public static TalkingProcess Follow(string path) =>
        new(new ProcessStartInfo(ForeignTool.Find("tail"), ["--lines=+1", "-F", "--sleep-interval=0.1", path]));

    /// <summary>Writes to a named pipe that a program reads.</summary>
    public static async Task WriteToPipeAsync(string path, string text)
    {
        await using var pipe = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
