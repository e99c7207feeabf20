namespace Confab.Chat.Sessions;

/// <summary>Which sessions want to be told when a nickname comes and goes. Only the rules change it.</summary>
public sealed class MonitorBook
{
    private readonly Dictionary<string, List<SessionId>> _byNickname = new(StringComparer.Ordinal);
    private readonly Dictionary<SessionId, Dictionary<string, string>> _bySession = [];

    /// <summary>The nicknames that a session watches, as it wrote them.</summary>
    public IReadOnlyCollection<string> Of(SessionId session) =>
        _bySession.TryGetValue(session, out var nicknames) ? nicknames.Values : [];

    /// <summary>Who watches a nickname.</summary>
    /// <param name="nicknameKey">The folded nickname.</param>
    public IReadOnlyList<SessionId> Watching(string nicknameKey) =>
        _byNickname.TryGetValue(nicknameKey, out var sessions) ? sessions.ToArray() : [];

    /// <summary>Watches one more nickname.</summary>
    /// <param name="session">Who watches.</param>
    /// <param name="nicknameKey">The folded nickname.</param>
    /// <param name="asWritten">As the session wrote it.</param>
    public void Add(SessionId session, string nicknameKey, string asWritten)
    {
        if (!_bySession.TryGetValue(session, out var nicknames))
        {
            nicknames = new Dictionary<string, string>(StringComparer.Ordinal);
            _bySession.Add(session, nicknames);
        }

        if (!nicknames.TryAdd(nicknameKey, asWritten))
        {
            return;
        }

        if (!_byNickname.TryGetValue(nicknameKey, out var sessions))
        {
            sessions = [];
            _byNickname.Add(nicknameKey, sessions);
        }

        sessions.Add(session);
    }

    /// <summary>Watches a nickname no more.</summary>
    public void Remove(SessionId session, string nicknameKey)
    {
        if (!_bySession.TryGetValue(session, out var nicknames) || !nicknames.Remove(nicknameKey))
        {
            return;
        }

        if (nicknames.Count == 0)
        {
            _bySession.Remove(session);
        }

        var sessions = _byNickname[nicknameKey];
        sessions.Remove(session);
        if (sessions.Count == 0)
        {
            _byNickname.Remove(nicknameKey);
        }
    }

    /// <summary>Watches nothing more.</summary>
    public void Clear(SessionId session)
    {
        if (_bySession.TryGetValue(session, out var nicknames))
        {
            foreach (var key in nicknames.Keys.ToArray())
            {
                Remove(session, key);
            }
        }
    }
}
