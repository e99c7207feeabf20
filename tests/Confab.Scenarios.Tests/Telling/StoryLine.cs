namespace Confab.Scenarios.Tests.Telling;

/// <summary>One step of a story.</summary>
/// <param name="Number">Its line in the file, from 1.</param>
/// <param name="Text">The step, without white space around it.</param>
public sealed record StoryLine(int Number, string Text);
