using System.Collections.Immutable;
using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>Whose a room is. A registered room keeps its modes and lists when it is empty and over restarts. Never changes.</summary>
/// <param name="Founder">The account that it belongs to.</param>
/// <param name="Registered">Since when.</param>
public sealed record RoomRegistration(Nickname Founder, DateTimeOffset Registered)
{
    private readonly ImmutableSortedDictionary<string, RoomAccess> _access =
        ImmutableSortedDictionary.Create<string, RoomAccess>(StringComparer.Ordinal);

    /// <summary>The accounts with a rank beside the founder, in the order of their folded names.</summary>
    public IEnumerable<RoomAccess> Access => _access.Values;

    /// <summary>How many those are.</summary>
    public int AccessCount => _access.Count;

    /// <summary>The rank that an account has here whenever it enters; <see cref="Rank.None"/> for a guest and for most accounts.</summary>
    /// <param name="account">The account's name; null for a guest.</param>
    public Rank RankOf(Nickname? account) =>
        account is null ? Rank.None
        : account == Founder ? Rank.Founder
        : _access.TryGetValue(account.Key, out var access) ? access.Rank
        : Rank.None;

    /// <summary>The same in other hands; the new founder needs no other rank.</summary>
    internal RoomRegistration With(Nickname founder) => new(this with { Founder = founder }, _access.Remove(founder.Key));

    /// <summary>The same with another rank for an account; <see cref="Rank.None"/> takes it off the list.</summary>
    internal RoomRegistration With(Nickname account, Rank rank) =>
        new(this, rank == Rank.None ? _access.Remove(account.Key) : _access.SetItem(account.Key, new RoomAccess(account, rank)));

    private RoomRegistration(RoomRegistration other, ImmutableSortedDictionary<string, RoomAccess> access)
        : this(other.Founder, other.Registered) => _access = access;
}
