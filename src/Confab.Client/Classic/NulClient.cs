using System.Buffers;
using System.Text;
using Confab.Protocols;
using Confab.Protocols.NulText;

namespace Confab.Client.Classic;

/// <summary>nul, port 4040: a NUL byte ends each message in both directions.</summary>
internal sealed class NulClient : DialectClient
{
    private readonly NulDecoder _decoder = new(LongestMessage);

    public override string Name => "nul";

    public override string QuitWord => "q";

    public override bool LeavesByClosing => true;

    public override bool Type(string line, IBufferWriter<byte> output)
    {
        if (line.Length > 0)
        {
            // A NUL within the line would make two messages of it.
            Encoding.UTF8.GetBytes(line.Replace("\0", "", StringComparison.Ordinal), output);
            output.Write("\0"u8);
        }

        return !IsGoodbye(line);
    }

    public override void Read(ReadOnlySpan<byte> read, ICollection<string> shown, IBufferWriter<byte> output)
    {
        ReadStatus status;
        while ((status = _decoder.Read(ref read, out var message)) != ReadStatus.NeedMore)
        {
            if (status == ReadStatus.TooLong)
            {
                shown.Add($"The server sent a message of more than {LongestMessage} bytes; nothing after it can be understood.");
                HasEnded = true;
                return;
            }

            if (message.Length > 0)
            {
                shown.Add(message);
            }
        }
    }
}
