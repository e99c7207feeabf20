using Confab.Chat.Accounts;

namespace Confab.Chat.Replies;

/// <summary>An account was changed.</summary>
/// <param name="Account">As it is now.</param>
public sealed record AccountSaved(Account Account) : Reply;
