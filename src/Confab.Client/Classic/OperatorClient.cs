using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>operator, port 5000: says at once that it reads lines, so that the operator's words need not wait for a message of ours.</summary>
internal sealed class OperatorClient : UnframedClient
{
    public override string Name => "operator";

    public override string QuitWord => "bye";

    public override bool LeavesByClosing => true;

    public override void Open(IBufferWriter<byte> output) => output.Write("\n"u8);

    public override bool Type(string line, IBufferWriter<byte> output)
    {
        // Here closing says it; the word would be a message.
        return !IsGoodbye(line) && base.Type(line, output);
    }
}
