namespace Confab.Chat.Replies;

/// <summary>What was asked for cannot be undone: it is done when it is asked again with this code.</summary>
/// <param name="Code">The code.</param>
/// <param name="What">What will be done, as a sentence.</param>
public sealed record ConfirmationNeeded(string Code, string What) : Reply;
