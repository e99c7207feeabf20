using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>
/// The client of a door without framing: historic, where one write is one message, or <c>nc</c>, which speaks in lines. Where a message
/// ends is not in the bytes, so the ledger tells what must follow each mark.
/// </summary>
internal class UnframedClient(SimulatedWorld world, int index, string protocol) : ClassicClient(world, index, protocol)
{
    private string _unread = string.Empty;

    protected override bool OneReadIsOneMessage => !SpeaksInLines;

    protected override bool NeedsPauses => true;

    protected bool SpeaksInLines { get; private set; }

    protected override void Greet()
    {
        _unread = string.Empty;
        SpeaksInLines = Random.Next(3) == 0;
        base.Greet();
    }

    protected override void Quit()
    {
        // The console door's parting word is said in the room, where it could not be recognised: such a client just hangs up.
        if (Visit!.Door != "console")
        {
            Send(Visit.Door == "relay" ? "exit" : "bye");
        }
    }

    protected override void Think()
    {
        if (Random.Next(60) == 0)
        {
            Leave();
        }
        else
        {
            Send(MakeUp(manyLines: false).Text);
        }
    }

    protected void Send(string text)
    {
        if (SpeaksInLines)
        {
            World.Tally.Count(Corner.TurnedToLines);
        }

        Enqueue(SpeaksInLines ? $"{text}{(Random.Next(2) == 0 ? "\r\n" : "\n")}" : text);
    }

    protected override void Hear(string text)
    {
        _unread += text;
        while (_unread.IndexOf(Token.Begin, StringComparison.Ordinal) is >= 0 and var mark
            && Token.TryRead(_unread.AsSpan(mark), out var token, out var line))
        {
            var prefix = _unread[..mark];
            var count = Ledger.FindWhisper(token) is { } whisper
                ? Hear(whisper, line, prefix, _unread[mark..])
                : Hear(Ledger.Shown(token, Visit!), line, prefix, _unread[mark..]);
            if (count < 0)
            {
                return;
            }

            Chatter(prefix);
            _unread = _unread[(mark + count)..];
        }
    }

    protected override void Check(Visit visit)
    {
        if (_unread.Contains(Token.Begin, StringComparison.Ordinal))
        {
            throw new PromiseBroken($"{visit} got the beginning of a message and not its end: '{_unread}'.");
        }

        Chatter(_unread);
        _unread = string.Empty;
        base.Check(visit);
    }

    protected virtual void Chatter(string text) => Told(text);

    private int Hear(Whisper whisper, int line, string prefix, string text)
    {
        var count = Matched(text, whisper.Lines[line], Chat.Names.AsciiForm.Mask(whisper.Lines[line]));
        if (count >= 0)
        {
            HeardWhisper(whisper, line, 1, prefix);
        }

        return count;
    }

    private int Hear(Entry entry, int line, string prefix, string text)
    {
        if (line >= entry.Lines.Length)
        {
            throw new PromiseBroken($"{Visit} was shown a line {line} of {entry}, which has {entry.Lines.Length}.");
        }

        var count = Matched(text, entry.Lines[line], entry.MaskedLines[line]);
        if (count >= 0)
        {
            Saw(entry, line, 1, prefix);
        }

        return count;
    }

    // How long the line is that the text begins with; -1 where it has not come wholly yet.
    private int Matched(string text, string line, string masked)
    {
        if (Visit!.Door == "alias" && text.StartsWith(masked, StringComparison.Ordinal))
        {
            return masked.Length;
        }

        if (text.StartsWith(line, StringComparison.Ordinal))
        {
            return line.Length;
        }

        return line.StartsWith(text, StringComparison.Ordinal) || (Visit.Door == "alias" && masked.StartsWith(text, StringComparison.Ordinal))
            ? -1
            : throw new PromiseBroken($"{Visit} was shown '{text}' for '{line}'.");
    }
}
