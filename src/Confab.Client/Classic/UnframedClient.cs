using System.Buffers;
using Confab.Protocols;
using Confab.Protocols.Lines;

namespace Confab.Client.Classic;

/// <summary>What the dialects without framing have in common: a message ends at LF or, where none comes, with the read.</summary>
internal abstract class UnframedClient : DialectClient
{
    private readonly UnframedDecoder _decoder = new(LongestMessage);
    private bool _holdsText;

    public override bool HoldsText => _holdsText;

    public override bool Type(string line, IBufferWriter<byte> output)
    {
        if (IsGoodbye(line))
        {
            WriteLine(output, GoodbyeFor(line));
            return false;
        }

        if (line.Length > 0)
        {
            WriteLine(output, Prefix + line);
        }

        return true;
    }

    public override void Read(ReadOnlySpan<byte> read, ICollection<string> shown, IBufferWriter<byte> output)
    {
        var endsLine = read.EndsWith("\n"u8);
        while (_decoder.Read(ref read, endOfRead: false, out var message) == ReadStatus.Complete)
        {
            Take(message, shown, output);
        }

        _holdsText = !endsLine;
    }

    public override void Settle(ICollection<string> shown, IBufferWriter<byte> output)
    {
        var nothing = default(ReadOnlySpan<byte>);
        if (_decoder.Read(ref nothing, endOfRead: true, out var message) == ReadStatus.Complete)
        {
            Take(message, shown, output);
        }

        _holdsText = false;
    }

    /// <summary>What the server is told when the person leaves.</summary>
    private protected virtual string GoodbyeFor(string line) => line;

    /// <summary>What stands in front of each line that is sent.</summary>
    private protected virtual string Prefix => "";

    /// <summary>A message arrived; it is not empty.</summary>
    private protected virtual void Heard(string message, ICollection<string> shown, IBufferWriter<byte> output) => shown.Add(message);

    private void Take(string message, ICollection<string> shown, IBufferWriter<byte> output)
    {
        if (message.Length > 0 && !HasEnded)
        {
            Heard(message, shown, output);
        }
    }
}
