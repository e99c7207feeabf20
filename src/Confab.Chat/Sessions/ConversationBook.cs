using Confab.Chat.Names;

namespace Confab.Chat.Sessions;

/// <summary>Which accounts have spoken with each other, and when last. Only the rules change it.</summary>
public sealed class ConversationBook
{
    private readonly Dictionary<string, Conversation> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byAccount = new(StringComparer.Ordinal);

    /// <summary>The conversation of that name; null where nothing was said in it.</summary>
    public Conversation? Find(RoomName name) => _byKey.GetValueOrDefault(name.Key);

    /// <summary>All conversations of an account with others, each with the other's folded name.</summary>
    /// <param name="accountKey">The account's folded name.</param>
    public IEnumerable<(string Other, Conversation Conversation)> Of(string accountKey) =>
        _byAccount.TryGetValue(accountKey, out var others)
            ? others.Select(other => (other, _byKey[RoomName.OfConversation(accountKey, other).Key]))
            : [];

    internal void Note(RoomName name, long lastNumber, DateTimeOffset? lastTime)
    {
        if (_byKey.TryGetValue(name.Key, out var known))
        {
            _byKey[name.Key] = known with { LastNumber = lastNumber, LastTime = lastTime ?? known.LastTime };
            return;
        }

        _byKey.Add(name.Key, new Conversation(name, lastNumber, lastTime));
        var (one, other) = name.Conversants;
        Link(one, other);
        if (one != other)
        {
            Link(other, one);
        }
    }

    private void Link(string account, string other)
    {
        if (!_byAccount.TryGetValue(account, out var others))
        {
            others = [];
            _byAccount.Add(account, others);
        }

        others.Add(other);
    }
}
