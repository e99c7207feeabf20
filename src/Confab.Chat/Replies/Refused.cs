namespace Confab.Chat.Replies;

/// <summary>The request was not carried out.</summary>
/// <param name="Code">Why, for programs.</param>
/// <param name="Text">What was wrong, the value, and what to do: a sentence for people.</param>
/// <param name="Suggestion">A value that would have been accepted, where there is one.</param>
public sealed record Refused(RefusalCode Code, string Text, string? Suggestion = null) : Reply;
