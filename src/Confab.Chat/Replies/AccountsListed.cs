using Confab.Chat.Accounts;

namespace Confab.Chat.Replies;

/// <summary>Accounts of the server.</summary>
/// <param name="Accounts">In the order of their names.</param>
/// <param name="Total">How many fit, of which as many as an answer holds are listed.</param>
public sealed record AccountsListed(IReadOnlyList<Account> Accounts, int Total) : Reply;
