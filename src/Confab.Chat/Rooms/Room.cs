using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>A room and who sits in it. Only the rules change it.</summary>
public sealed class Room
{
    private readonly Dictionary<SessionId, Member> _members = [];
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

    /// <summary>Its members in the order of joining.</summary>
    public IReadOnlyList<Member> Members => _inOrder;

    public bool Has(SessionId session) => _members.ContainsKey(session);

    public Rank? RankOf(SessionId session) => _members.TryGetValue(session, out var member) ? member.Rank : null;

    /// <summary>A room without members, history and topic is nothing any more.</summary>
    internal bool IsForgettable => !IsDefault && _inOrder.Count == 0 && LastNumber == 0 && Topic is null;

    internal Member Add(Session session)
    {
        var rank = _inOrder.Count == 0 && !IsDefault ? Rank.Operator : Rank.Member;
        var member = new Member(session, rank);
        _members.Add(session.Id, member);
        _inOrder.Add(member);
        return member;
    }

    internal void Remove(Session session)
    {
        if (_members.Remove(session.Id, out var member))
        {
            _inOrder.Remove(member);
        }
    }
}
