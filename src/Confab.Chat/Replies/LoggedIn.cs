using Confab.Chat.Accounts;

namespace Confab.Chat.Replies;

/// <summary>The session is logged in to an account.</summary>
/// <param name="Account">Which.</param>
/// <param name="IsNew">True where it was registered just now.</param>
public sealed record LoggedIn(Account Account, bool IsNew = false) : Reply;
