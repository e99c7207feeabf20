namespace Confab.Cli.Terminal;

/// <summary>Completes nicknames: "al" becomes "alice: " at the beginning of a line and "alice " within it.</summary>
/// <param name="nicknames">The nicknames to choose from at this moment; asked at each first Tab.</param>
internal sealed class NicknameCompletion(Func<IEnumerable<string>> nicknames)
{
    public IReadOnlyList<string> Complete(string before, string word)
    {
        if (word.Length == 0)
        {
            return [];
        }

        var end = before.Length == 0 ? ": " : " ";
        return
        [
            .. nicknames()
                .Where(nickname => nickname.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(nickname => nickname + end),
        ];
    }
}
