using System.Text;

namespace Confab.Cli.Chatting;

/// <summary>The nickname of somebody who gave none: that of the account on this machine.</summary>
internal static class OwnName
{
    private const int Longest = 24;

    /// <summary>What can be a nickname of the account's name; null where nothing can.</summary>
    public static string? From(string? account)
    {
        // Windows puts the domain in front, and either system allows characters that a nickname cannot have.
        var name = (account ?? "").Split('\\', '@')[^1];
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_').Take(Longest))
        {
            kept.Append(rune);
        }

        return kept.Length == 0 ? null : kept.ToString();
    }
}
