namespace Confab.Scenarios.Tests.Cast;

/// <summary>What an actor sends to have something done.</summary>
/// <param name="Bytes">The bytes, as text.</param>
/// <param name="Answer">The door's answer as a regular expression, where it gives one; it is taken away, for it is no news.</param>
/// <param name="IsAnswerOptional">True where a refusal may come instead, which the story must then name.</param>
internal sealed record Command(string Bytes, string? Answer = null, bool IsAnswerOptional = false);
