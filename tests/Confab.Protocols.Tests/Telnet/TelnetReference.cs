namespace Confab.Protocols.Tests.Telnet;

/// <summary>What the filter does, said slowly: all bytes at once, by their place.</summary>
internal static class TelnetReference
{
    internal static (byte[] Text, byte[] Replies) Filter(byte[] all)
    {
        var text = new List<byte>();
        var replies = new List<byte>();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] == 0)
            {
                if (text is [.., (byte)'\r'])
                {
                    text.Add((byte)'\n');
                }
            }
            else if (all[i] != 255)
            {
                text.Add(all[i]);
            }
            else if (i + 1 < all.Length && all[i + 1] >= 240)
            {
                i = SequenceEnd(all, i, replies);
            }
        }

        return ([.. text], [.. replies]);
    }

    /// <summary>The place of the last byte of the sequence that begins at <paramref name="start"/>.</summary>
    private static int SequenceEnd(byte[] all, int start, List<byte> replies)
    {
        var command = all[start + 1];
        if (command == 250)
        {
            for (var i = start + 2; i + 1 < all.Length; i++)
            {
                if (all[i] == 255)
                {
                    if (all[i + 1] == 240)
                    {
                        return i + 1;
                    }

                    i++;
                }
            }

            return all.Length;
        }

        if (command is < 251 or 255)
        {
            return start + 1;
        }

        if (start + 2 < all.Length && (command is 251 or 253))
        {
            replies.AddRange([255, command == 251 ? (byte)254 : (byte)252, all[start + 2]]);
        }

        return start + 2;
    }
}
