using Confab.Cli.Terminal;

namespace Confab.Cli.Chatting;

/// <summary>What Tab offers while chatting: commands where a line begins with a slash, nicknames everywhere else.</summary>
internal sealed class ChatCompletion(KnownNicknames nicknames)
{
    private readonly NicknameCompletion _nicknames = new(() => nicknames.All);

    public IReadOnlyList<string> Complete(string before, string word) => before.Length == 0 && word.StartsWith('/')
        ? [.. ChatVerbs.Words.Where(verb => verb.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(verb => verb + " ")]
        : _nicknames.Complete(before, word);
}
