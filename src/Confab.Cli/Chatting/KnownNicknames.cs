namespace Confab.Cli.Chatting;

/// <summary>The nicknames that Tab offers: whoever is or was here. Safe for use from several threads.</summary>
internal sealed class KnownNicknames
{
    /// <summary>In a room of thousands nobody finds a name by Tab.</summary>
    private const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _names];
            }
        }
    }

    public void Add(string? name)
    {
        lock (_gate)
        {
            if (!string.IsNullOrEmpty(name) && _names.Count < Most)
            {
                _names.Add(name);
            }
        }
    }

    public void Remove(string? name)
    {
        lock (_gate)
        {
            _names.Remove(name ?? "");
        }
    }
}
