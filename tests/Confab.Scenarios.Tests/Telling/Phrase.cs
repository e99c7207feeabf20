using System.Text.RegularExpressions;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>One way to write a step.</summary>
/// <param name="Usage">How it is written, for whoever wrote it differently.</param>
/// <param name="Shape">The same as a regular expression.</param>
/// <param name="Play">Plays it.</param>
internal sealed record Phrase(string Usage, Regex Shape, Func<Stage, Match, Task> Play);
