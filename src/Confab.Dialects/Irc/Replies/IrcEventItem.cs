using Confab.Chat.Events;

namespace Confab.Dialects.Irc.Replies;

/// <summary>Something that the asker's own deed brought about, at its place among the lines.</summary>
/// <param name="Happened">What.</param>
internal sealed record IrcEventItem(ChatEvent Happened) : IrcItem
{
    /// <summary>
    /// True where it comes to the asker as it would from anybody else, because the asker sent it to itself: it is no part of the answer, and bears
    /// no label.
    /// </summary>
    public bool IsArrival { get; init; }
}
