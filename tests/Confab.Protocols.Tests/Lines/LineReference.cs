using System.Text;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Lines;

/// <summary>What lines are, said slowly: all bytes at once, split at LF.</summary>
internal static class LineReference
{
    internal static List<Found> Read(byte[] all, int maxBytes)
    {
        var found = new List<Found>();
        var line = new List<byte>();
        foreach (var b in all)
        {
            if (b != '\n')
            {
                line.Add(b);
                continue;
            }

            if (line is [.., (byte)'\r'])
            {
                line.RemoveAt(line.Count - 1);
            }

            found.Add(line.Count > maxBytes ? Found.TooLong : Found.Of(Encoding.UTF8.GetString([.. line])));
            line.Clear();
        }

        var certainlyText = line is [.., (byte)'\r'] ? line.Count - 1 : line.Count;
        if (certainlyText > maxBytes)
        {
            found.Add(Found.TooLong);
        }

        return found;
    }
}
