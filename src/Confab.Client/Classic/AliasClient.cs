using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>alias, port 55555: answers <c>NICK</c> with the nickname and puts it in front of every line.</summary>
internal sealed class AliasClient(string nickname) : UnframedClient
{
    private const string Question = "NICK";

    private bool _hasAnswered;

    public override string Name => "alias";

    public override string QuitWord => "/quit";

    // The first line that the server gets is the nickname, whatever it says.
    public override bool IsReady => _hasAnswered;

    public override bool IsGoodbye(string line) => line.Trim().Equals(QuitWord, StringComparison.OrdinalIgnoreCase);

    private protected override string GoodbyeFor(string line) => Prefix + QuitWord;

    private protected override string Prefix => nickname + ": ";

    private protected override void Heard(string message, ICollection<string> shown, IBufferWriter<byte> output)
    {
        if (message == Question)
        {
            WriteLine(output, nickname);
            _hasAnswered = true;
            return;
        }

        shown.Add(message);
    }
}
