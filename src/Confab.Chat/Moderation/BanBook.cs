using Confab.Chat.Names;

namespace Confab.Chat.Moderation;

/// <summary>
/// All bans of people and addresses. Only the rules change it. Whether an address is banned may be asked from any thread: what is asked is
/// an array that is replaced and never changed.
/// </summary>
public sealed class BanBook
{
    private readonly Dictionary<string, NetworkBan> _byKey = new(StringComparer.Ordinal);
    private volatile NetworkBan[] _ofAddresses = [];
    private NetworkBan[] _ofPeople = [];

    /// <summary>How many there are, those included whose time is over and that nobody has removed yet.</summary>
    public int Count => _byKey.Count;

    /// <summary>The ban that keeps an address out; null where it may come in. May be asked from any thread.</summary>
    /// <param name="address">The peer's address as text; what is no address is not banned.</param>
    /// <param name="now">The time.</param>
    public NetworkBan? FindAddress(string address, DateTimeOffset now)
    {
        var bans = _ofAddresses;
        return bans.Length > 0 && AddressRange.TryParse(address, out var range)
            ? Array.Find(bans, ban => ban.MeansAddress(range) && ban.IsInForce(now))
            : null;
    }

    /// <summary>The ban that keeps a person out; null where they may come in.</summary>
    internal NetworkBan? Find(MaskSubject person, DateTimeOffset now) =>
        FindAddress(person.Address, now) ?? Array.Find(_ofPeople, ban => ban.MeansPerson(person) && ban.IsInForce(now));

    /// <summary>All bans in force, oldest first.</summary>
    internal NetworkBan[] InForce(DateTimeOffset now) =>
        [.. _byKey.Values.Where(ban => ban.IsInForce(now)).OrderBy(ban => ban.Created).ThenBy(ban => ban.Key, StringComparer.Ordinal)];

    /// <summary>All bans whose time is over.</summary>
    internal NetworkBan[] Over(DateTimeOffset now) => [.. _byKey.Values.Where(ban => !ban.IsInForce(now))];

    internal NetworkBan? Find(string key) => _byKey.GetValueOrDefault(key);

    internal void Put(NetworkBan ban)
    {
        _byKey[ban.Key] = ban;
        Sort();
    }

    internal void Remove(NetworkBan ban)
    {
        _byKey.Remove(ban.Key);
        Sort();
    }

    private void Sort()
    {
        _ofAddresses = [.. _byKey.Values.Where(ban => ban.Kind == BanKind.Address)];
        _ofPeople = [.. _byKey.Values.Where(ban => ban.Kind == BanKind.Person)];
    }
}
