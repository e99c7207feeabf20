using System.Diagnostics.CodeAnalysis;

namespace Confab.Protocols.Irc;

/// <summary>
/// Which characters count as the same letter in nicknames, channels and masks (Modern IRC, <c>CASEMAPPING</c>). It compares
/// strings for dictionaries too.
/// </summary>
public sealed class CaseMapping : IEqualityComparer<string>
{
    private readonly bool _brackets;
    private readonly bool _tilde;

    private CaseMapping(string name, bool brackets, bool tilde)
    {
        Name = name;
        _brackets = brackets;
        _tilde = tilde;
    }

    /// <summary>Only A to Z have lower-case forms. Also right for text that is folded already by other rules.</summary>
    public static CaseMapping Ascii { get; } = new("ascii", brackets: false, tilde: false);

    /// <summary>As ascii, and <c>{ } | ^</c> are the lower-case forms of <c>[ ] \ ~</c>.</summary>
    public static CaseMapping Rfc1459 { get; } = new("rfc1459", brackets: true, tilde: true);

    /// <summary>As ascii, and <c>{ } |</c> are the lower-case forms of <c>[ ] \</c>.</summary>
    public static CaseMapping Rfc1459Strict { get; } = new("rfc1459-strict", brackets: true, tilde: false);

    /// <summary>The name, as the value of the token CASEMAPPING.</summary>
    public string Name { get; }

    /// <summary>Finds a case mapping by its name.</summary>
    /// <param name="name">The value of the token CASEMAPPING.</param>
    /// <param name="mapping">The mapping.</param>
    /// <returns>False for a name that is not one of these three.</returns>
    public static bool TryGet(string name, [NotNullWhen(true)] out CaseMapping? mapping)
    {
        mapping = name switch
        {
            "ascii" => Ascii,
            "rfc1459" => Rfc1459,
            "rfc1459-strict" => Rfc1459Strict,
            _ => null,
        };
        return mapping is not null;
    }

    /// <summary>The form of a character that all characters equal to it share.</summary>
    /// <param name="c">Any character.</param>
    /// <returns>Its lower-case form.</returns>
    public char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c + ('a' - 'A')),
        '[' or ']' or '\\' when _brackets => (char)(c + ('{' - '[')),
        '~' when _tilde => '^',
        _ => c,
    };

    /// <summary>The form of a text that all texts equal to it share.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same string if nothing changes.</returns>
    public string Fold(string text)
    {
        foreach (var c in text)
        {
            if (Fold(c) != c)
            {
                return string.Create(text.Length, (this, text), static (folded, state) =>
                {
                    for (var i = 0; i < folded.Length; i++)
                    {
                        folded[i] = state.Item1.Fold(state.text[i]);
                    }
                });
            }
        }

        return text;
    }

    /// <inheritdoc/>
    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null || x.Length != y.Length)
        {
            return x is null && y is null;
        }

        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] != y[i] && Fold(x[i]) != Fold(y[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(string obj)
    {
        var hash = default(HashCode);
        foreach (var c in obj)
        {
            hash.Add(Fold(c));
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
