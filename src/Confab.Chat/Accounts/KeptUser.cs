using Confab.Chat.Sessions;

namespace Confab.Chat.Accounts;

/// <summary>A user whose presence is kept, and whether it has changed since it was last written.</summary>
internal sealed class KeptUser(User user)
{
    private int _written = -1;

    public User User { get; } = user;

    /// <summary>True when there is something to write that was not taken before.</summary>
    public bool TakeChange()
    {
        var changed = _written != User.Version;
        _written = User.Version;
        return changed;
    }
}
