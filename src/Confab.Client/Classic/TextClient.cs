using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>text, port 4000: the first line is the nickname; the server explains the rest.</summary>
internal sealed class TextClient(string nickname) : UnframedClient
{
    public override string Name => "text";

    public override string QuitWord => "/quit";

    public override void Open(IBufferWriter<byte> output)
    {
        if (nickname.Length > 0)
        {
            WriteLine(output, nickname);
        }
    }
}
