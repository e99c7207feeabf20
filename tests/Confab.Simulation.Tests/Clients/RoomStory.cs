using Confab.Simulation.Tests.Oracle;

namespace Confab.Simulation.Tests.Clients;

/// <summary>What a json client has of one room, over all its connections: in the end everything from its first join on.</summary>
internal sealed class RoomStory(long first)
{
    private readonly HashSet<long> _have = [];

    /// <summary>Everything up to this number is here, from the first join on.</summary>
    public long High { get; private set; } = first;

    public void Add(Entry entry)
    {
        _have.Add(entry.Number);
        while (_have.Contains(High + 1))
        {
            High++;
        }
    }

    /// <summary>The next number behind <see cref="High"/> that is here; where nothing is, one more than <paramref name="last"/>.</summary>
    public long EndOfGap(long last)
    {
        var number = High + 1;
        while (number <= last && !_have.Contains(number))
        {
            number++;
        }

        return number;
    }
}
