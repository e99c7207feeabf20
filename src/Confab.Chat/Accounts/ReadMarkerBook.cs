using Confab.Chat.Permissions;
using Confab.Chat.Sessions;

namespace Confab.Chat.Accounts;

/// <summary>How far people have read what they are sent: one time for each room or conversation. Nobody but they themselves is told.</summary>
public sealed class ReadMarkerBook
{
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _byOwner = new(StringComparer.Ordinal);

    /// <summary>How far the user has read; null where nothing is known.</summary>
    /// <param name="user">Who.</param>
    /// <param name="targetKey">The folded name of the room, or of the other's account or nickname.</param>
    public DateTimeOffset? Find(User user, string targetKey) =>
        _byOwner.TryGetValue(OwnerOf(user), out var markers) && markers.TryGetValue(targetKey, out var time) ? time : null;

    /// <summary>Whose markers they are: an account's, and a guest's as long as the guest is present.</summary>
    internal static string OwnerOf(User user) => user.AccountName()?.Key ?? GuestKey(user);

    /// <summary>How many markers the user has.</summary>
    internal int CountOf(User user) => _byOwner.TryGetValue(OwnerOf(user), out var markers) ? markers.Count : 0;

    internal void Set(string owner, string targetKey, DateTimeOffset time)
    {
        if (!_byOwner.TryGetValue(owner, out var markers))
        {
            markers = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            _byOwner.Add(owner, markers);
        }

        markers[targetKey] = time;
    }

    /// <summary>Forgets all of an owner, and tells which there were.</summary>
    internal IReadOnlyCollection<string> Forget(string owner) => _byOwner.Remove(owner, out var markers) ? markers.Keys : [];

    internal void ForgetGuest(User user) => _byOwner.Remove(GuestKey(user));

    // No account's key holds a space.
    private static string GuestKey(User user) => $"guest {user.Id}";
}
