using Confab.Chat.Requests;

namespace Confab.Chat.Rooms;

/// <summary>One thing about a room that somebody wants to change, or that was changed.</summary>
public abstract record ModeChange
{
    /// <summary>Changes it where the asker may.</summary>
    internal abstract ModeResult Apply(ModeChanging changing);
}
