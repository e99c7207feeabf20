using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>text, port 4000: the first line is the nickname; the server explains the rest.</summary>
internal sealed class TextClient(string nickname) : UnframedClient
{
    public override string Name => "text";

    public override string QuitWord => "/quit";

    // A reason may follow.
    public override bool IsGoodbye(string line) =>
        line.StartsWith(QuitWord, StringComparison.OrdinalIgnoreCase) && (line.Length == QuitWord.Length || line[QuitWord.Length] == ' ');

    public override void Open(IBufferWriter<byte> output)
    {
        if (nickname.Length > 0)
        {
            WriteLine(output, nickname);
        }
    }
}
