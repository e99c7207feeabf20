using System.Buffers;
using System.Text;

namespace Confab.Cli.Administration;

/// <summary>Objects for programs, one on each line.</summary>
internal static class JsonLines
{
    public static void Write<T>(TextWriter output, IEnumerable<T> values, Action<IBufferWriter<byte>, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var value in values)
        {
            write(buffer, value);
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
