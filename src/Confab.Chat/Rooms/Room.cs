using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>A room and who sits in it. Only the rules change it.</summary>
public sealed class Room
{
    private readonly Dictionary<UserId, Member> _members = [];
    private readonly List<Member> _inOrder = [];

    internal Room(RoomName name, bool isDefault)
    {
        Name = name;
        IsDefault = isDefault;
    }

    public RoomName Name { get; }

    /// <summary>True for the one room that always exists.</summary>
    public bool IsDefault { get; }

    public Topic? Topic { get; internal set; }

    /// <summary>The number of its newest committed entry; 0 for a room without history.</summary>
    public long LastNumber { get; internal set; }

    /// <summary>When somebody last said something here; null where nobody ever did.</summary>
    public DateTimeOffset? LastTime { get; internal set; }

    /// <summary>Its members in the order of joining.</summary>
    public IReadOnlyList<Member> Members => _inOrder;

    public bool Has(UserId user) => _members.ContainsKey(user);

    public Rank? RankOf(UserId user) => _members.TryGetValue(user, out var member) ? member.Rank : null;

    /// <summary>A room without members, history and topic is nothing any more.</summary>
    internal bool IsForgettable => !IsDefault && _inOrder.Count == 0 && LastNumber == 0 && Topic is null;

    internal Member Add(User user)
    {
        var rank = _inOrder.Count == 0 && !IsDefault ? Rank.Operator : Rank.None;
        var member = new Member(user, rank);
        _members.Add(user.Id, member);
        _inOrder.Add(member);
        return member;
    }

    internal void Remove(User user)
    {
        if (_members.Remove(user.Id, out var member))
        {
            _inOrder.Remove(member);
        }
    }
}
