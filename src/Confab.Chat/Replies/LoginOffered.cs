using Confab.Chat.Accounts;

namespace Confab.Chat.Replies;

/// <summary>A try to log in may begin: this checks its proof.</summary>
/// <param name="Verifier">The account's; one that nothing matches where there is no such account, which nobody can tell apart.</param>
public sealed record LoginOffered(PasswordVerifier Verifier) : Reply;
