using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// A pattern for people, <c>nick!user@host</c> with the wildcards of <see cref="Glob"/>. Only valid ones exist. Equality is by
/// <see cref="Key"/>.
/// </summary>
public sealed record Mask
{
    /// <summary>
    /// The bound in UTF-8 bytes, after completion: the longest nickname, a username and a host name fit, and half of a 512-byte IRC line is left
    /// to show who set it and where.
    /// </summary>
    public const int MaxBytes = 256;

    private readonly Glob _nickname;
    private readonly Glob _username;
    private readonly Glob _host;

    private Mask(Glob nickname, Glob username, Glob host)
    {
        _nickname = nickname;
        _username = username;
        _host = host;
        Text = $"{nickname.Text}!{username.Text}@{host.Text}";
        Key = $"{nickname.Key}!{username.Key}@{host.Key}";
    }

    /// <summary>The complete form, as it was written.</summary>
    public string Text { get; }

    /// <summary>The form that is compared: folded as nicknames are.</summary>
    public string Key { get; }

    /// <summary>True when it names nobody in particular: <c>*!*@*</c>.</summary>
    public bool IsEverybody => _nickname.Key == "*" && _username.Key == "*" && _host.Key == "*";

    /// <summary>
    /// Completes what was written: <c>nick</c> gives <c>nick!*@*</c>, <c>user@host</c> gives <c>*!user@host</c>, <c>nick!user</c> gives
    /// <c>nick!user@*</c>, and a word with a dot, colon or slash is a host. A missing part is <c>*</c>.
    /// </summary>
    /// <param name="input">What somebody typed. Nothing is trimmed.</param>
    /// <param name="mask">The mask, when the result is true.</param>
    /// <param name="problem">Otherwise a sentence for the person who typed it; safe to show.</param>
    public static bool TryCreate(string? input, [NotNullWhen(true)] out Mask? mask, [NotNullWhen(false)] out string? problem)
    {
        mask = null;
        var text = input ?? "";
        problem = Check(text);
        if (problem is null)
        {
            mask = Complete(text);
            problem = Encoding.UTF8.GetByteCount(mask.Text) > MaxBytes
                ? $"A mask has at most {MaxBytes} bytes; this one has {Encoding.UTF8.GetByteCount(mask.Text)}. Shorten it with *."
                : mask.Text[0] == ':' ? "A mask does not begin with a colon. Leave it out." : null;
            mask = problem is null ? mask : null;
        }

        return mask is not null;
    }

    /// <summary>True when the person fits all three parts; the host part is tried on the shown host and on the address.</summary>
    public bool Matches(in MaskSubject who) =>
        _nickname.Matches(who.Nickname)
        && _username.Matches(who.Username)
        && (_host.Matches(who.Host) || _host.Matches(who.Address));

    /// <summary>Equality by <see cref="Key"/>.</summary>
    public bool Equals(Mask? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The complete form.</summary>
    public override string ToString() => Text;

    /// <summary>What is wrong with the text as one word of a mask; null where nothing is.</summary>
    internal static string? Check(string text)
    {
        if (text.Length == 0)
        {
            return "The mask is empty. Give one like nick!user@host, with * for any text.";
        }

        // Before anything is parsed: a mask is never looked at for longer than its bound.
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return $"A mask has at most {MaxBytes} bytes; this one has {Encoding.UTF8.GetByteCount(text)}. Shorten it with *.";
        }

        return text.EnumerateRunes().Any(IsInvisible)
            ? "A mask has no spaces and no control characters. Put ? or * in their place."
            : null;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar;

    private static Mask Complete(string text)
    {
        var bang = text.IndexOf('!', StringComparison.Ordinal);
        var at = text.LastIndexOf('@');
        if (at < bang)
        {
            at = -1;
        }

        var (nickname, username, host) = (bang, at) switch
        {
            ( < 0, < 0) when text.AsSpan().IndexOfAny('.', ':', '/') >= 0 => ("", "", text),
            ( < 0, < 0) => (text, "", ""),
            (_, < 0) => (text[..bang], text[(bang + 1)..], ""),
            ( < 0, _) => ("", text[..at], text[(at + 1)..]),
            _ => (text[..bang], text[(bang + 1)..at], text[(at + 1)..]),
        };
        return new Mask(Part(nickname), Part(username), Part(host));
    }

    private static Glob Part(string text) => text.Length == 0 ? Glob.Everything : Glob.Parse(text);
}
