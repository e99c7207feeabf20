using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Chat.Tables;

namespace Confab.Chat.Rooms;

/// <summary>A room and who sits in it. Only the rules change it.</summary>
public sealed class Room
{
    private readonly KeyedSet<UserId, Member> _members = new(member => member.User.Id);
    private readonly List<Member> _inOrder = [];

    internal Room(RoomName name, bool isDefault)
    {
        Name = name;
        IsDefault = isDefault;
        Alone = [this];
        Modes = FirstModes;
    }

    public RoomName Name { get; }

    /// <summary>True for the one room that always exists.</summary>
    public bool IsDefault { get; }

    public Topic? Topic { get; internal set; }

    /// <summary>The number of its newest committed entry; 0 for a room without history.</summary>
    public long LastNumber { get; internal set; }

    /// <summary>When somebody last said something here; null where nobody ever did.</summary>
    public DateTimeOffset? LastTime { get; internal set; }

    /// <summary>When it was registered, or else when the first of those who sit here entered; null while it is empty.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>How it is set. Without a registration that lasts as long as somebody sits in it, as do its lists.</summary>
    public RoomModes Modes { get; internal set; }

    /// <summary>Who may not enter, or not speak.</summary>
    public MaskList Bans { get; internal set; } = MaskList.Empty;

    /// <summary>Whom the bans do not mean.</summary>
    public MaskList Exempts { get; internal set; } = MaskList.Empty;

    /// <summary>Who needs no invitation.</summary>
    public MaskList InviteExempts { get; internal set; } = MaskList.Empty;

    /// <summary>Whose it is; null for a room that belongs to nobody.</summary>
    public RoomRegistration? Registration { get; internal set; }

    /// <summary>Its members in the order of joining.</summary>
    public IReadOnlyList<Member> Members => _inOrder;

    /// <summary>
    /// Rises whenever a list of its members would read otherwise than before, and not merely have one more at its end: who keeps such a list writes it
    /// anew then.
    /// </summary>
    public int ListVersion { get; private set; }

    public bool Has(UserId user) => _members.Find(user) is not null;

    public Rank? RankOf(UserId user) => _members.Find(user)?.Rank;

    /// <summary>One of its lists.</summary>
    public MaskList Masks(MaskListKind kind) => kind switch
    {
        MaskListKind.Bans => Bans,
        MaskListKind.Exempts => Exempts,
        MaskListKind.InviteExempts => InviteExempts,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such list."),
    };

    /// <summary>How often it has become empty: what was said to somebody about an earlier company does not hold for a later one.</summary>
    internal int Company { get; private set; }

    /// <summary>The rooms of somebody who sits in this one only: the same for all of them.</summary>
    internal Room[] Alone { get; }

    /// <summary>When somebody last asked to be let in; for those who may ask again only after a while.</summary>
    internal Dictionary<UserId, DateTimeOffset> Knocks { get; } = [];

    /// <summary>A room without members, history, topic and owner is nothing any more.</summary>
    internal bool IsForgettable => !IsDefault && _inOrder.Count == 0 && LastNumber == 0 && Topic is null && Registration is null;

    // Nobody from outside speaks into the default room, and there is nobody in it who could be asked for a topic.
    private RoomModes FirstModes => IsDefault ? RoomModes.None.With(RoomFlags.NoExternalMessages, on: true) : RoomModes.Default;

    internal Member Add(User user)
    {
        var rank = _inOrder.Count == 0 && !IsDefault && Registration is null ? Rank.Operator : Rank.None;
        var member = new Member(user, rank);
        _members.Add(member);
        _inOrder.Add(member);
        return member;
    }

    internal void SetRank(UserId user, Rank rank)
    {
        var member = _members.Find(user) ?? throw new ArgumentException($"User {user} does not sit in {Name.Text}, and can have no rank there.", nameof(user));
        var changed = member with { Rank = rank };
        _members.Put(changed);
        _inOrder[_inOrder.IndexOf(member)] = changed;
        changed.User.Promoted();
        MemberChanged();
    }

    /// <summary>Something that lists show of a member is different now.</summary>
    internal void MemberChanged() => ListVersion++;

    internal void SetMasks(MaskListKind kind, MaskList masks)
    {
        switch (kind)
        {
            case MaskListKind.Bans:
                Bans = masks;
                break;
            case MaskListKind.Exempts:
                Exempts = masks;
                break;
            default:
                InviteExempts = masks;
                break;
        }
    }

    internal void Remove(User user)
    {
        if (_members.Remove(user.Id) is { } member)
        {
            _inOrder.Remove(member);
            MemberChanged();
        }

        ResetIfNobodys();
    }

    /// <summary>Sets a room that nobody sits in and nobody owns as if it were new.</summary>
    internal void ResetIfNobodys()
    {
        if (_inOrder.Count > 0 || Registration is not null)
        {
            return;
        }

        Company++;
        Created = null;
        Modes = FirstModes;
        (Bans, Exempts, InviteExempts) = (MaskList.Empty, MaskList.Empty, MaskList.Empty);
        Knocks.Clear();
    }
}
