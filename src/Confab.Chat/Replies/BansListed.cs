using Confab.Chat.Moderation;

namespace Confab.Chat.Replies;

/// <summary>The bans of the server.</summary>
/// <param name="Bans">Those in force, oldest first.</param>
public sealed record BansListed(IReadOnlyList<NetworkBan> Bans) : Reply;
