using System.Text;

namespace Confab.Protocols.Tests.Lines;

/// <summary>What unframed messages are, said slowly: byte after byte into a list.</summary>
internal static class UnframedReference
{
    internal static List<string> Read(IEnumerable<(byte[] Bytes, bool EndOfRead)> pieces, int maxBytes)
    {
        var found = new List<string>();
        var text = new List<byte>();
        var frontIsOut = false;
        foreach (var (bytes, endOfRead) in pieces)
        {
            foreach (var b in bytes)
            {
                if (b == '\n')
                {
                    if (text is [.., (byte)'\r'])
                    {
                        text.RemoveAt(text.Count - 1);
                    }

                    if (text.Count > 0 || !frontIsOut)
                    {
                        found.Add(Encoding.UTF8.GetString([.. text]));
                    }

                    text.Clear();
                    frontIsOut = false;
                    continue;
                }

                text.Add(b);
                if (text.Count == maxBytes)
                {
                    var heldBack = text is [.., (byte)'\r'] ? 1 : TornBytes(text);
                    found.Add(Encoding.UTF8.GetString([.. text.SkipLast(heldBack)]));
                    text = [.. text.TakeLast(heldBack)];
                    frontIsOut = true;
                }
            }

            if (endOfRead)
            {
                var torn = TornBytes(text);
                var whole = text.SkipLast(torn).ToList();
                var isOnlyLineEnd = frontIsOut && torn == 0 && whole is [(byte)'\r'];
                if (whole.Count > 0 && !isOnlyLineEnd)
                {
                    var shown = torn == 0 && whole is [.., (byte)'\r'] ? whole.SkipLast(1) : whole;
                    found.Add(Encoding.UTF8.GetString([.. shown]));
                    frontIsOut = false;
                }

                text = [.. text.TakeLast(torn)];
            }
        }

        return found;
    }

    /// <summary>How many last bytes a decoder that expects more would wait with.</summary>
    internal static int TornBytes(List<byte> text)
    {
        var bytes = text.ToArray();
        var chars = new char[bytes.Length + 1];
        var count = Encoding.UTF8.GetDecoder().GetChars(bytes, chars, flush: false);
        var withoutTorn = new string(chars, 0, count);
        return Enumerable.Range(0, Math.Min(3, bytes.Length) + 1).First(torn => Encoding.UTF8.GetString(bytes[..^torn]) == withoutTorn);
    }
}
