using Confab.Chat.Moderation;

namespace Confab.Chat.Replies;

/// <summary>A ban counts from now on.</summary>
/// <param name="Ban">Which.</param>
/// <param name="Ended">How many users it ended.</param>
public sealed record BanAdded(NetworkBan Ban, int Ended) : Reply;
