using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>console, port 12345: <c>exit</c> is typed and <c>Goodbye!</c> is sent; the server has a goodbye of its own.</summary>
internal sealed class ConsoleClient : UnframedClient
{
    private const string Goodbye = "Goodbye!";
    private const string ServerGoodbye = "Server is shutting down. Goodbye!";

    public override string Name => "console";

    public override string QuitWord => "exit";

    public override bool IsGoodbye(string line) => line == QuitWord || line.Equals(Goodbye, StringComparison.OrdinalIgnoreCase);

    private protected override string GoodbyeFor(string line) => Goodbye;

    private protected override void Heard(string message, ICollection<string> shown, IBufferWriter<byte> output)
    {
        shown.Add(message);
        HasEnded = message == ServerGoodbye;
    }
}
