using Confab.Simulation.Tests.Clients;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>Something that a client tried to say to one other.</summary>
internal sealed class Whisper(Token token, string text, Visit from)
{
    private Visit? _heardBy;
    private int _nextLine;

    public string[] Lines { get; } = text.Split('\n');

    public Visit From => from;

    /// <summary>Somebody hears some of its lines.</summary>
    public void HeardBy(Visit visit, int line, int count)
    {
        if (_heardBy is not null && _heardBy != visit)
        {
            throw new PromiseBroken($"The whisper {token} for one person was heard by {_heardBy} and by {visit}.");
        }

        if (line != _nextLine)
        {
            throw new PromiseBroken($"Line {line} of the whisper {token} was heard where line {_nextLine} was due, by {visit}.");
        }

        _heardBy = visit;
        _nextLine += count;
    }
}
