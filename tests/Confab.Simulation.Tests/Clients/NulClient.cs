using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>The client of the nul door: messages of many lines, each ended by a NUL.</summary>
internal sealed class NulClient(SimulatedWorld world, int index) : ClassicClient(world, index, "nul")
{
    private string _rest = string.Empty;

    protected override void Greet()
    {
        _rest = string.Empty;
        base.Greet();
    }

    protected override void Quit() => Enqueue("q\0");

    protected override void Think()
    {
        if (Random.Next(60) == 0)
        {
            Leave();
        }
        else
        {
            Enqueue($"{(Random.Next(8) == 0 ? "\0" : string.Empty)}{MakeUp(manyLines: true).Text}\0");
        }
    }

    protected override void Hear(string text)
    {
        _rest += text;
        for (var end = _rest.IndexOf('\0', StringComparison.Ordinal); end >= 0; end = _rest.IndexOf('\0', StringComparison.Ordinal))
        {
            var message = _rest[..end];
            _rest = _rest[(end + 1)..];
            HearMessage(message);
        }
    }

    private void HearMessage(string message)
    {
        var mark = message.IndexOf(Token.Begin, StringComparison.Ordinal);
        if (mark < 0)
        {
            Told(message);
            return;
        }

        var (prefix, text) = (message[..mark], message[mark..]);
        if (!Token.TryRead(text, out var token, out var line))
        {
            throw new PromiseBroken($"{Visit} was shown '{message}', which nobody said.");
        }

        if (Ledger.FindWhisper(token) is { } whisper)
        {
            HeardWhisper(whisper, line, whisper.Lines.Length, prefix);
            return;
        }

        var entry = Ledger.Shown(token, Visit!);
        if (text != entry.Text || message.Length != prefix.Length + text.Length)
        {
            throw new PromiseBroken($"{Visit} was shown '{text}' for {entry}: '{entry.Text}'.");
        }

        Saw(entry, line, entry.Lines.Length, prefix);
    }
}
