using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>Who is invited where. An invitation holds until it is used, its room is empty, or its user is gone. Only the rules change it.</summary>
public sealed class InvitationBook
{
    private readonly Dictionary<UserId, List<Invitation>> _byUser = [];

    /// <summary>The rooms that a user is invited to, the oldest invitation first.</summary>
    public IReadOnlyList<Room> Of(UserId user) =>
        _byUser.TryGetValue(user, out var all) ? [.. all.Where(one => one.Holds).Select(one => one.Room)] : [];

    /// <summary>True when an invitation opens the room for the user, whatever keeps others out.</summary>
    internal bool Opens(UserId user, Room room) =>
        _byUser.TryGetValue(user, out var all) && all.Exists(one => one.Room == room && one is { OpensDoors: true, Holds: true });

    internal void Add(UserId user, Room room, bool opensDoors, int most)
    {
        var opened = Opens(user, room);
        Remove(user, room);
        if (!_byUser.TryGetValue(user, out var all))
        {
            all = [];
            _byUser.Add(user, all);
        }

        all.RemoveAll(one => !one.Holds);
        if (all.Count >= most)
        {
            all.RemoveAt(0);
        }

        // A friend's word takes nothing back of what an operator said before.
        all.Add(new Invitation(room, room.Company, opensDoors || opened));
    }

    internal void Remove(UserId user, Room room)
    {
        if (_byUser.TryGetValue(user, out var all) && all.RemoveAll(one => one.Room == room) > 0 && all.Count == 0)
        {
            _byUser.Remove(user);
        }
    }

    internal void Clear(UserId user) => _byUser.Remove(user);
}
