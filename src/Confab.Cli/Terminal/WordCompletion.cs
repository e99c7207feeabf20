namespace Confab.Cli.Terminal;

/// <summary>Offers what a word may become when Tab is pressed behind it.</summary>
/// <param name="before">The text to the left of the word.</param>
/// <param name="word">The characters between the last white space and the cursor; may be empty.</param>
/// <returns>Whole replacements of the word, in the order in which Tab shows them; empty when there are none.</returns>
internal delegate IReadOnlyList<string> WordCompletion(string before, string word);
