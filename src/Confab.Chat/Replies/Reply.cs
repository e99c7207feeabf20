namespace Confab.Chat.Replies;

/// <summary>The answer to one request, for the asker alone.</summary>
public abstract record Reply;
