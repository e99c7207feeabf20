using Confab.Chat.Events;

namespace Confab.Dialects.Irc.Replies;

/// <summary>Something that the asker's own deed brought about, at its place among the lines.</summary>
/// <param name="Happened">What.</param>
internal sealed record IrcEventItem(ChatEvent Happened) : IrcItem;
