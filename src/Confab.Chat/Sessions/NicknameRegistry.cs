using Confab.Chat.Names;
using Confab.Chat.Tables;

namespace Confab.Chat.Sessions;

/// <summary>
/// Who bears which nickname. Two nicknames clash when they are the same after folding or look the same to a reader, so that nobody
/// can pass for somebody else.
/// </summary>
internal sealed class NicknameRegistry
{
    private readonly KeyedSet<string, User> _byKey;
    private readonly KeyedSet<string, User> _bySkeleton = new(user => user.Nickname.Skeleton);
    private readonly Nickname _serverName;
    private readonly Func<Nickname, bool> _isReserved;

    /// <param name="serverName">The name of the server itself.</param>
    /// <param name="isReserved">True for a nickname that a guest may not bear; none such is ever offered.</param>
    /// <param name="comparer">How keys are compared.</param>
    public NicknameRegistry(Nickname serverName, Func<Nickname, bool> isReserved, IEqualityComparer<string> comparer)
    {
        _byKey = new KeyedSet<string, User>(user => user.Nickname.Key, comparer);
        _serverName = serverName;
        _isReserved = isReserved;
    }

    public User? Find(string key) => _byKey.Find(key);

    /// <summary>True when nobody but <paramref name="asker"/> bears it or one that looks like it.</summary>
    public bool IsFree(Nickname nickname, User? asker)
    {
        if (asker is not { IsOperator: true } && (nickname.Key == _serverName.Key || nickname.Skeleton == _serverName.Skeleton))
        {
            return false;
        }

        return IsNobodyBut(asker, _byKey.Find(nickname.Key)) && IsNobodyBut(asker, _bySkeleton.Find(nickname.Skeleton));
    }

    /// <summary>
    /// The nearest free nickname: itself, or itself with a small number from 2 on. The number is the smallest free one as long as no earlier
    /// bearer has left; it is found by halves, because thousands of guests may come under one name.
    /// </summary>
    public Nickname NearestFree(Nickname nickname, int maxLength)
    {
        if (MayBeOffered(nickname))
        {
            return nickname;
        }

        var (taken, free) = (1, 2);
        var nearest = nickname.WithNumber(free, maxLength);
        while (!MayBeOffered(nearest))
        {
            (taken, free) = (free, free * 2);
            nearest = nickname.WithNumber(free, maxLength);
        }

        while (free - taken > 1)
        {
            var middle = taken + ((free - taken) / 2);
            var candidate = nickname.WithNumber(middle, maxLength);
            if (MayBeOffered(candidate))
            {
                (free, nearest) = (middle, candidate);
            }
            else
            {
                taken = middle;
            }
        }

        return nearest;
    }

    public void Add(User user)
    {
        _byKey.Put(user);
        _bySkeleton.Put(user);
    }

    public void Remove(User user)
    {
        _byKey.Remove(user.Nickname.Key);
        _bySkeleton.Remove(user.Nickname.Skeleton);
    }

    private static bool IsNobodyBut(User? asker, User? bearer) => bearer is null || bearer == asker;

    private bool MayBeOffered(Nickname nickname) => IsFree(nickname, asker: null) && !_isReserved(nickname);
}
