using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Confab.Chat.Names;

/// <summary>
/// The name under which somebody is shown in rooms. Only valid ones exist. Equality is by <see cref="Key"/>: "Tom" and "tom" are
/// the same nickname. Whether two different ones could be taken for each other is <see cref="ClashesWith"/>.
/// </summary>
public sealed record Nickname
{
    /// <summary>
    /// The default bound in code points. Nearly every full name fits; and since a code point has at most four bytes in UTF-8,
    /// the 128 bytes of the longest leave three quarters of a 512-byte IRC line to the message.
    /// </summary>
    public const int DefaultMaxLength = 32;

    private Nickname(string text, string key)
    {
        Text = text;

        // Most are in lower case already, and one text is enough for all forms.
        Key = key == text ? text : key;
    }

    /// <summary>
    /// The form that is shown, as it was chosen, in Unicode normalisation form C. At most four times the bound in bytes of UTF-8.
    /// </summary>
    public string Text { get; }

    /// <summary>
    /// The form that is compared: normalised and case-folded after RFC 8264, 8265 and 8266. It is a valid nickname itself (perhaps
    /// a longer one), and its own key.
    /// </summary>
    public string Key { get; }

    /// <summary>
    /// The form in which look-alikes are equal, after the idea of Unicode Technical Standard 39: "paypal", "paypa1" and "раураl" in
    /// Cyrillic have the same. Only for comparing; never shown.
    /// </summary>
    public string Skeleton => field ??= LookAlikeForm.Of(Text) is var skeleton && skeleton == Key ? Key : skeleton;

    /// <summary>
    /// Makes a nickname of 1 to <paramref name="maxLength"/> code points, counted after normalisation. Letters, marks and digits of
    /// any script and the signs <c>- _ [ ] \ ` ^ { } | .</c> are allowed, and the first is neither a mark nor <c>-</c> nor
    /// <c>.</c>. There are at most three non-spacing marks in a row, and no letters of both writing directions.
    /// </summary>
    /// <param name="input">What somebody typed. Nothing is trimmed: a space is an error.</param>
    /// <param name="maxLength">The bound in code points, at least 1.</param>
    /// <param name="nickname">The nickname, when the result is true.</param>
    /// <param name="problem">Otherwise a sentence for the person who typed it; it contains nothing invisible and is safe to
    /// show.</param>
    public static bool TryCreate(
        string? input,
        int maxLength,
        [NotNullWhen(true)] out Nickname? nickname,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        problem = NicknameRules.Check(input, maxLength, out var text, out var key);
        nickname = problem is null ? new Nickname(text, key) : null;
        return nickname is not null;
    }

    /// <summary>
    /// The nearest valid nickname: spaces become <c>_</c>, what is not allowed is dropped, the rest is cut to <paramref
    /// name="maxLength"/> code points. Where nothing is left it is <paramref name="fallback"/>, treated in the same way, and in the
    /// last resort "guest".
    /// </summary>
    public static Nickname MakeValid(string? input, int maxLength, string fallback)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        foreach (var candidate in (ReadOnlySpan<string?>)[input, fallback, "guest"])
        {
            if (TryCreate(candidate, maxLength, out var nickname, out _)
                || TryCreate(NicknameRepair.Apply(candidate, maxLength), maxLength, out nickname, out _))
            {
                return nickname;
            }
        }

        throw new UnreachableException("The last resort is a valid nickname.");
    }

    /// <summary>
    /// This nickname with a number behind it, for somebody whose first choice is taken: tom, 2 gives tom2, and 54358, 2 gives
    /// 54358-2, so that the number is not read as part of another one. The front is cut as far as needed to stay within <paramref
    /// name="maxLength"/> code points.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or its digits alone exceed the bound.</exception>
    public Nickname WithNumber(int number, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, digits.Length);

        var front = NicknameRepair.Cut(Text, maxLength - digits.Length);
        if (front.Length > 0 && char.IsDigit(front, char.IsLowSurrogate(front[^1]) ? front.Length - 2 : front.Length - 1))
        {
            front = NicknameRepair.Cut(front, maxLength - digits.Length - 1);
            digits = front.Length > 0 ? "-" + digits : digits;
        }

        return MakeValid(front + digits, maxLength, digits);
    }

    /// <summary>
    /// Whether the two must not be in use at the same time: they are the same (<see cref="Key"/>) or look the same (<see
    /// cref="Skeleton"/>). Numbers in the digits 0 to 9 never clash with each other.
    /// </summary>
    public bool ClashesWith(Nickname other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key || Skeleton == other.Skeleton;
    }

    /// <summary>Equality by <see cref="Key"/>.</summary>
    public bool Equals(Nickname? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The shown form.</summary>
    public override string ToString() => Text;
}
