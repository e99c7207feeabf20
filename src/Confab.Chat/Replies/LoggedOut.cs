namespace Confab.Chat.Replies;

/// <summary>The session is logged in to no account any more.</summary>
/// <param name="Account">The account that it was logged in to.</param>
public sealed record LoggedOut(string Account) : Reply;
