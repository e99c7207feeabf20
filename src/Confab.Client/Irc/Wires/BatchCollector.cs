using Confab.Client.Connections;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.Wires;

/// <summary>
/// Puts the lines of batches together (IRCv3 batch): <c>BATCH +reference type [parameters]</c>, lines with <c>batch=reference</c>,
/// <c>BATCH -reference</c>. For one connection: a batch that was cut by its end is forgotten with it. Pure.
/// </summary>
internal sealed class BatchCollector
{
    /// <summary>No answer is longer; a list of many rooms comes near.</summary>
    private const int MostLines = 100_000;

    private readonly Dictionary<string, OpenBatch> _open = new(StringComparer.Ordinal);
    private int _collected;

    /// <summary>Takes the next line.</summary>
    /// <returns>What is complete now; null while a batch goes on.</returns>
    /// <exception cref="WireFaultException">The server opens batches and does not end them.</exception>
    public IrcUnit? Take(IrcMessage line)
    {
        if (line.Command == "BATCH" && line.Parameter(0) is { Length: > 1 } reference)
        {
            if (reference[0] == '+')
            {
                Begin(reference[1..], line);
                return null;
            }

            if (reference[0] == '-')
            {
                return End(reference[1..]);
            }
        }

        if (Around(line) is not { } batch)
        {
            return new IrcUnit(line.Tag("label"), line.Command == "ACK" ? [] : [new IrcHeardLine(line, IsReplayed: false)]);
        }

        Count();
        batch.Lines.Add(new IrcHeardLine(line, batch.IsHistory));
        return null;
    }

    private void Begin(string reference, IrcMessage line)
    {
        Count();
        var parent = Around(line);
        var isHistory = parent is { IsHistory: true } || line.Parameter(1) is "chathistory" or "znc.in/playback";
        _open[reference] = new OpenBatch(line.Tag("label"), parent, isHistory);
    }

    private IrcUnit? End(string reference)
    {
        if (!_open.Remove(reference, out var batch) || batch.Parent is not null)
        {
            return null;
        }

        _collected = _open.Count == 0 ? 0 : _collected;
        return new IrcUnit(batch.Label, batch.Lines);
    }

    private OpenBatch? Around(IrcMessage line) => line.Tag("batch") is { } reference ? _open.GetValueOrDefault(reference) : null;

    private void Count()
    {
        if (++_collected > MostLines)
        {
            throw new WireFaultException($"the server sent more than {MostLines} lines without ending its batches.");
        }
    }
}
