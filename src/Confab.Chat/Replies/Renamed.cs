using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>The session bears this nickname now.</summary>
public sealed record Renamed(Nickname Nickname) : Reply;
