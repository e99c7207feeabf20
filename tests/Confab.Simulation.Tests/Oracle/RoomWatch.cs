using Confab.Chat.Messages;
using Confab.Simulation.Tests.Clients;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>
/// One connection in one room: what it has seen, and whether that is every entry from its join on, in the log's order, each once.
/// </summary>
/// <param name="ledger">What was committed.</param>
/// <param name="room">The room.</param>
/// <param name="visit">Whose eyes.</param>
/// <param name="after">The entries up to this number came before the join.</param>
/// <param name="isExact">
/// False where the protocol does not say when the join was: then <paramref name="after"/> is the earliest moment, until <see cref="JoinedBy"/>.
/// </param>
internal sealed class RoomWatch(Ledger ledger, string room, Visit visit, long after, bool isExact)
{
    private long _optionalUpTo = isExact ? after : long.MaxValue;
    private int _nextLine;

    /// <summary>The last entry that was seen, wholly or in part.</summary>
    public long Last { get; private set; } = after;

    /// <summary>The join has happened by now: whatever comes after this entry must be seen.</summary>
    public void JoinedBy(long number)
    {
        if (_optionalUpTo == long.MaxValue)
        {
            _optionalUpTo = number;
        }
    }

    /// <summary>Something may be missing here, and the protocol said so.</summary>
    public void Forgive()
    {
        _optionalUpTo = long.MaxValue;
        _nextLine = 0;
    }

    /// <summary>How many characters it has surely been sent since its join and has not read. Each is a byte at least.</summary>
    public long Owed()
    {
        var owed = 0L;
        for (var number = Math.Max(Last, _optionalUpTo); number < ledger.Last(room); number++)
        {
            var entry = ledger.Room(room)[(int)number];
            owed += IsShown(entry) ? entry.MaskedLines.Sum(line => line.Length) : 0;
        }

        return owed;
    }

    /// <summary>An entry, or some of its lines, was shown.</summary>
    public void Saw(Entry entry, int line, int count)
    {
        if (!IsShown(entry))
        {
            throw new PromiseBroken($"{visit} was shown {entry}, its own or nothing that its door shows.");
        }

        if (_nextLine == 0)
        {
            Reach(entry);
        }

        if (entry.Number != Last || line != _nextLine)
        {
            throw new PromiseBroken($"{visit} saw line {line} of {entry} where line {_nextLine} of {Last} was due.");
        }

        ledger.WasHeard(entry);
        _nextLine = line + count == entry.Lines.Length ? 0 : line + count;
    }

    /// <summary>Everything that was committed has been shown by now.</summary>
    public void Complete()
    {
        NothingBetween(Last, ledger.Last(room) + 1);
        if (_nextLine != 0)
        {
            throw new PromiseBroken($"{visit} saw {_nextLine} lines of {room} {Last} and not the others.");
        }
    }

    /// <summary>Everything up to that number has been shown by now.</summary>
    public void CompleteUpTo(long number)
    {
        if (number > Last)
        {
            NothingBetween(Last, number + 1);
        }
    }

    private void Reach(Entry entry)
    {
        if (entry.Number <= Last)
        {
            throw new PromiseBroken($"{visit} saw {entry} after {Last}: twice, or out of order.");
        }

        NothingBetween(Last, entry.Number);
        Last = entry.Number;
        _optionalUpTo = 0;
    }

    private void NothingBetween(long last, long next)
    {
        for (var number = last + 1; number < next; number++)
        {
            var entry = ledger.Room(room)[(int)number - 1];
            if (number > _optionalUpTo && IsShown(entry))
            {
                throw new PromiseBroken($"{visit} missed {entry}, which {entry.Author} said: it saw {last} and then {next}.");
            }
        }
    }

    private bool IsShown(Entry entry) =>
        (entry.Kind != MessageKind.Topic || visit.ShowsTopics)
        && (entry.Said?.Visit != visit || visit.HearsItself);
}
