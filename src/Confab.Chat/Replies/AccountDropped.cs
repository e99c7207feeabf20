namespace Confab.Chat.Replies;

/// <summary>An account is no more.</summary>
/// <param name="Account">Its name.</param>
public sealed record AccountDropped(string Account) : Reply;
