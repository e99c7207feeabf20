namespace Confab.Chat.Sessions;

/// <summary>Who bore which nickname before. Bounded: the oldest gives way to the newest. Only the rules change it.</summary>
/// <param name="most">How many it remembers.</param>
public sealed class WhowasBook(int most)
{
    private readonly Dictionary<string, LinkedList<PastUser>> _byNickname = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    /// <summary>Who bore a nickname, the newest first.</summary>
    /// <param name="nicknameKey">The folded nickname.</param>
    public IEnumerable<PastUser> Of(string nicknameKey) => _byNickname.TryGetValue(nicknameKey, out var past) ? past : [];

    internal void Note(Participant who, DateTimeOffset until)
    {
        if (most == 0)
        {
            return;
        }

        if (_inOrder.Count >= most)
        {
            ForgetOldest();
        }

        if (!_byNickname.TryGetValue(who.Nickname.Key, out var past))
        {
            past = [];
            _byNickname.Add(who.Nickname.Key, past);
        }

        past.AddFirst(new PastUser(who, until));
        _inOrder.Enqueue(who.Nickname.Key);
    }

    private void ForgetOldest()
    {
        var key = _inOrder.Dequeue();
        var past = _byNickname[key];
        past.RemoveLast();
        if (past.Count == 0)
        {
            _byNickname.Remove(key);
        }
    }
}
