using System.Text;

namespace Confab.Protocols.Irc;

/// <summary>
/// Wildcard expressions (Modern IRC "Wildcard Expressions"): "?" matches one character, "*" any number of any characters.
/// "\" takes the meaning from a "*", "?" or "\" after it; before anything else it stands for itself, because nicknames have it.
/// </summary>
public static class IrcMask
{
    /// <summary>Whether a text matches a mask as a whole.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="text">The text; for a user, <c>nick!user@host</c>.</param>
    /// <param name="caseMapping">Which characters are equal; null for <see cref="CaseMapping.Ascii"/>.</param>
    /// <returns>True for a match. The time is at most in proportion to the text times the longest piece between two "*".</returns>
    public static bool Matches(ReadOnlySpan<char> mask, ReadOnlySpan<char> text, CaseMapping? caseMapping = null)
    {
        caseMapping ??= CaseMapping.Ascii;
        var (m, t) = (0, 0);

        // Only the last "*" can need to take more: whatever an earlier one could take instead, this one can take too.
        var (afterStar, taken) = (-1, 0);
        while (t < text.Length)
        {
            if (m < mask.Length && mask[m] == '*')
            {
                afterStar = ++m;
                taken = t;
            }
            else if (m == mask.Length || !MatchesOne(mask, ref m, text, ref t, caseMapping))
            {
                if (afterStar < 0)
                {
                    return false;
                }

                m = afterStar;
                t = ++taken;
            }
        }

        return mask[m..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>
    /// Makes a whole mask of what people type: <c>nick</c> becomes <c>nick!*@*</c>, <c>user@host</c> becomes <c>*!user@host</c>,
    /// <c>nick!user</c> becomes <c>nick!user@*</c>; an empty part becomes "*", several "*" one.
    /// </summary>
    /// <param name="mask">A mask, whole or in part.</param>
    /// <returns><c>nick!user@host</c>, in the case it was given in.</returns>
    public static string Normalize(string mask)
    {
        var (name, user, host) = IrcSource.Parse(mask);
        if (user is null && host is not null)
        {
            (name, user) = ("*", name);
        }

        return $"{Part(name)}!{Part(user)}@{Part(host)}";
    }

    /// <summary>Whether a text holds a wildcard that is not escaped.</summary>
    /// <param name="mask">The text.</param>
    /// <returns>False if at most one text can match.</returns>
    public static bool HasWildcards(ReadOnlySpan<char> mask)
    {
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] is '*' or '?')
            {
                return true;
            }

            i += IsEscape(mask, i) ? 1 : 0;
        }

        return false;
    }

    private static string Part(string? part)
    {
        if (string.IsNullOrEmpty(part))
        {
            return "*";
        }

        if (!part.Contains("**", StringComparison.Ordinal))
        {
            return part;
        }

        var shorter = new StringBuilder(part.Length);
        var afterStar = false;
        for (var i = 0; i < part.Length; i++)
        {
            if (IsEscape(part, i))
            {
                shorter.Append(part[i++]).Append(part[i]);
                afterStar = false;
            }
            else if (!afterStar || part[i] != '*')
            {
                shorter.Append(part[i]);
                afterStar = part[i] == '*';
            }
        }

        return shorter.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> mask, int at) =>
        mask[at] == '\\' && at + 1 < mask.Length && mask[at + 1] is '*' or '?' or '\\';

    private static bool MatchesOne(ReadOnlySpan<char> mask, ref int m, ReadOnlySpan<char> text, ref int t, CaseMapping caseMapping)
    {
        if (mask[m] == '?')
        {
            m++;
            t += char.IsHighSurrogate(text[t]) && t + 1 < text.Length && char.IsLowSurrogate(text[t + 1]) ? 2 : 1;
            return true;
        }

        var at = IsEscape(mask, m) ? m + 1 : m;
        if (caseMapping.Fold(mask[at]) != caseMapping.Fold(text[t]))
        {
            return false;
        }

        m = at + 1;
        t++;
        return true;
    }
}
