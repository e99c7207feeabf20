using Confab.Chat.Accounts;

namespace Confab.Chat.Replies;

/// <summary>What somebody may know about an account.</summary>
/// <param name="Account">Which.</param>
/// <param name="Present">The nicknames of its users that are here.</param>
/// <param name="IsPrivate">True where the asker may also be shown how it is opened and how its owner is reached.</param>
public sealed record AccountShown(Account Account, IReadOnlyList<string> Present, bool IsPrivate) : Reply;
