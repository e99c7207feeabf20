namespace Confab.Protocols.Irc;

/// <summary>One message tag (IRCv3 message-tags). A missing value and an empty value are the same.</summary>
/// <param name="Name">
/// The key as it is on the wire, with "+" and vendor; opaque and case-sensitive. Names outside the grammar are kept as they
/// are, because the specification forbids refusing a message for them.
/// </param>
/// <param name="Value">The value, unescaped; empty if there is none.</param>
public readonly record struct IrcTag(string Name, string Value)
{
    /// <summary>Makes a tag without a value.</summary>
    /// <param name="name">The key.</param>
    public IrcTag(string name)
        : this(name, "")
    {
    }

    /// <summary>True for a client-only tag ("+" in front): the kind that servers pass on as it is.</summary>
    public bool IsClientOnly => Name.StartsWith('+');

    /// <summary>
    /// Whether a name keeps to the grammar: an optional "+", an optional vendor (letters, digits, dots, hyphens) with "/",
    /// and at least one ASCII letter, digit or hyphen.
    /// </summary>
    /// <param name="name">The name to look at.</param>
    /// <returns>False if some reader may not understand the name.</returns>
    public static bool IsWellFormed(ReadOnlySpan<char> name)
    {
        var rest = name.StartsWith("+") ? name[1..] : name;
        var slash = rest.IndexOf('/');
        if (slash >= 0)
        {
            var vendor = rest[..slash];
            if (vendor.IsEmpty || !AllOf(vendor, dots: true))
            {
                return false;
            }

            rest = rest[(slash + 1)..];
        }

        // Drafts end in a version such as "-0.2", so dots do occur after the vendor.
        return !rest.IsEmpty && AllOf(rest, dots: slash >= 0);
    }

    private static bool AllOf(ReadOnlySpan<char> text, bool dots)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-' && !(dots && c == '.'))
            {
                return false;
            }
        }

        return true;
    }
}
