using System.Buffers;

namespace Confab.Client.Classic;

/// <summary>relay, port 12000: each message on its own, behind an empty line; <c>exit</c> from either side ends it.</summary>
internal sealed class RelayClient : UnframedClient
{
    private const string Exit = "exit";

    public override string Name => "relay";

    public override string? Opening => "Connected to chat server. Type 'exit' to leave.";

    public override string? Closing => "Disconnected from server";

    public override string QuitWord => Exit;

    private protected override void Heard(string message, ICollection<string> shown, IBufferWriter<byte> output)
    {
        if (message == Exit)
        {
            HasEnded = true;
            return;
        }

        shown.Add("");
        shown.Add(message);
    }
}
