using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// The name of a room: <c>#</c> and 1 to 63 code points. Only valid ones exist. Equality is by <see cref="Key"/>: "#Tea" and "#tea"
/// are one room.
/// </summary>
public sealed record RoomName
{
    /// <summary>
    /// The bound in code points, with the <c>#</c>: 256 bytes of UTF-8 at most, so that a 512-byte IRC line still holds as much of
    /// message; in ASCII it is the 64 that IRC servers commonly announce.
    /// </summary>
    public const int MaxLength = 64;

    // What any name may hold, but for the marks: nearly every name has nothing else, and needs no closer look.
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(one => one is not (',' or ':'))));

    private const string Allowed =
        "A room name is # followed by 1 to 63 characters, without spaces, commas, colons and invisible characters.";

    private RoomName(string text, string key)
    {
        Text = text;
        Key = key;
    }

    /// <summary>The form that is shown, with the <c>#</c>, in Unicode normalisation form C. At most 256 bytes of UTF-8.</summary>
    public string Text { get; }

    /// <summary>
    /// The form that is compared, folded as the key of a <see cref="Nickname"/> is. It is a valid room name itself (perhaps a
    /// longer one), and its own key.
    /// </summary>
    public string Key { get; }

    /// <summary>True for the name of a conversation of two (<see cref="OfConversation"/>).</summary>
    public bool IsConversation => Text[0] == '@';

    /// <summary>
    /// Makes a room name of exactly what is given. Refused are spaces and separators of any kind, commas and colons (also those
    /// that only compare as such, like the wide comma), control, format, private and unassigned characters, a mark at the beginning
    /// and more than three non-spacing marks in a row.
    /// </summary>
    /// <param name="input">What somebody typed. Nothing is trimmed or added.</param>
    /// <param name="room">The name, when the result is true.</param>
    /// <param name="problem">Otherwise a sentence for the person who typed it; it contains nothing invisible and is safe to
    /// show.</param>
    public static bool TryCreate(string? input, [NotNullWhen(true)] out RoomName? room, [NotNullWhen(false)] out string? problem)
    {
        problem = Check(input ?? "", out var text, out var key);
        room = problem is null ? new RoomName(text, key) : null;
        return room is not null;
    }

    /// <summary>
    /// As <see cref="TryCreate"/>, for people: white space around it is ignored, and a missing <c>#</c> is added ("tea" means
    /// "#tea").
    /// </summary>
    public static bool TryParse(string? input, [NotNullWhen(true)] out RoomName? room, [NotNullWhen(false)] out string? problem)
    {
        var trimmed = (input ?? "").Trim();
        return TryCreate(trimmed.Length > 0 && trimmed[0] != '#' ? "#" + trimmed : trimmed, out room, out problem);
    }

    /// <summary>
    /// The name under which the conversation of two accounts, or of two nicknames, is kept: <c>@</c> and both, in the order of their keys. Nobody can
    /// join it, because no name that somebody types begins like this.
    /// </summary>
    public static RoomName OfConversation(string one, string other)
    {
        var (a, b) = (KeyOf(one), KeyOf(other));
        var key = string.CompareOrdinal(a, b) <= 0 ? $"@{a},{b}" : $"@{b},{a}";
        return new RoomName(key, key);
    }

    /// <summary>As <see cref="OfConversation"/> wrote it, for a name that the log gives back; null for any other.</summary>
    public static RoomName? TryReadConversation(string stored)
    {
        var comma = stored.IndexOf(',', StringComparison.Ordinal);
        return stored.Length > 0 && stored[0] == '@' && comma > 1 && comma < stored.Length - 1 ? new RoomName(stored, stored) : null;
    }

    /// <summary>The folded names of the two whose conversation it is.</summary>
    /// <exception cref="InvalidOperationException">It is the name of a room.</exception>
    internal (string One, string Other) Conversants =>
        IsConversation && Key.Split(',') is [var one, var other]
            ? (one[1..], other)
            : throw new InvalidOperationException($"{Text} is no conversation.");

    private static string KeyOf(string name) => Fold.TryApply(name, out var key) ? key : name;

    /// <summary>Equality by <see cref="Key"/>.</summary>
    public bool Equals(RoomName? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The shown form.</summary>
    public override string ToString() => Text;

    private static string? Check(string input, out string text, out string key)
    {
        text = key = "";
        string? fault;
        if (input.Length < 2 || input[0] != '#')
        {
            fault = input.Length == 0 ? "is empty" : input == "#" ? "is only the sign" : "does not start with #";
        }
        else if (input.Length > MaxLength * 4)
        {
            // Nothing that long can be composed into few enough code points; no work is done on it.
            fault = "is too long";
        }
        else if (input.Length <= MaxLength && !input.AsSpan().ContainsAnyExcept(_plain))
        {
            text = input;
            _ = Fold.TryApply(text, out key);
            return null;
        }
        else if ((fault = FindForeignCharacter(input)) is null)
        {
            text = input.Normalize(NormalizationForm.FormC);
            fault = FindFaultOfShape(text)
                ?? (Fold.TryApply(text, out key) && FindForeignCharacter(key) is null && FindFaultOfMarks(key) is null
                    ? null
                    : "contains a character that stands for others which are not allowed");
        }

        return fault is null ? null : $"The room name {Quoted.Of(input)} {fault}. {Allowed}";
    }

    private static string? FindForeignCharacter(string input)
    {
        if (Surrogates.IndexOfLone(input) >= 0)
        {
            return "contains half a character";
        }

        foreach (var rune in input.EnumerateRunes())
        {
            if (rune.Value is ',' or ':' || NameCharacters.IsSpace(rune) || NameCharacters.IsUnprintable(rune))
            {
                return $"contains {NameCharacters.Describe(rune)}, which is not allowed";
            }
        }

        return null;
    }

    private static string? FindFaultOfShape(string text)
    {
        var length = NameCharacters.Count(text);
        return length > MaxLength
            ? $"has {(length - 1).ToString(CultureInfo.InvariantCulture)} characters after the #"
            : FindFaultOfMarks(text);
    }

    private static string? FindFaultOfMarks(string text)
    {
        var marks = 0;
        for (var index = 1; index < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, index);
            marks = NameCharacters.IsNonSpacingMark(rune) ? marks + 1 : 0;
            if (marks > NameCharacters.MaxMarksInARow || (index == 1 && NameCharacters.IsMark(rune)))
            {
                return index == 1 ? "begins with a combining mark" : "has more than 3 combining marks on one letter";
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }
}
