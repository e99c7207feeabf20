namespace Confab.Protocols.Json;

/// <summary>What is wrong with a command, as the error reply says it.</summary>
/// <param name="Code">One of <see cref="JsonErrors"/>.</param>
/// <param name="Text">What was wrong, the value, and what to do.</param>
public sealed record JsonProblem(string Code, string Text);
