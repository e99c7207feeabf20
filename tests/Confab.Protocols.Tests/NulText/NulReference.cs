using System.Text;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.NulText;

/// <summary>What NUL-terminated messages are, said slowly: all bytes at once.</summary>
internal static class NulReference
{
    internal static List<Found> Read(byte[] all, int maxBytes)
    {
        var found = new List<Found>();
        var message = new List<byte>();
        foreach (var b in all)
        {
            if (b == 0)
            {
                found.Add(Found.Of(Encoding.UTF8.GetString([.. message])));
                message.Clear();
                continue;
            }

            message.Add(b);
            if (message.Count > maxBytes)
            {
                found.Add(Found.TooLong);
                break;
            }
        }

        return found;
    }
}
