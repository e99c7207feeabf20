using System.Buffers;
using System.Text;

namespace Confab.Chat.Messages;

/// <summary>
/// The codes with which IRC clients mark bold, colours and the like within a text (modern.ircdocs.horse, "IRC Formatting"). People on other doors
/// would see them as rubbish, so there is a form of every text without them.
/// </summary>
internal static class FormatCodes
{
    private const char Colour = '\x03';
    private const char HexColour = '\x04';
    private const int ColourDigits = 2;
    private const int HexColourDigits = 6;

    // Bold, colour, hexadecimal colour, reset, monospace, reverse, italic, strike-through, underline.
    private static readonly SearchValues<char> _all = SearchValues.Create("\x02\x03\x04\x0F\x11\x16\x1D\x1E\x1F");

    /// <summary>True for a character that is such a code or begins one.</summary>
    public static bool Begins(char one) => _all.Contains(one);

    /// <summary>The text without the codes, and without the numbers that belong to a colour.</summary>
    public static string Remove(string text)
    {
        if (!text.AsSpan().ContainsAny(_all))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (Begins(text[index]))
            {
                index += Length(text.AsSpan(index));
            }
            else
            {
                plain.Append(text[index++]);
            }
        }

        return plain.ToString();
    }

    private static int Length(ReadOnlySpan<char> code) => code[0] switch
    {
        Colour => 1 + Colours(code[1..], ColourDigits, wholeOnly: false, char.IsAsciiDigit),
        HexColour => 1 + Colours(code[1..], HexColourDigits, wholeOnly: true, char.IsAsciiHexDigit),
        _ => 1,
    };

    // A foreground, and behind a comma a background. A comma without a number behind it is part of the text.
    private static int Colours(ReadOnlySpan<char> rest, int most, bool wholeOnly, Func<char, bool> isDigit)
    {
        var front = Digits(rest, most, wholeOnly, isDigit);
        if (front == 0 || front == rest.Length || rest[front] != ',')
        {
            return front;
        }

        var back = Digits(rest[(front + 1)..], most, wholeOnly, isDigit);
        return back == 0 ? front : front + 1 + back;
    }

    private static int Digits(ReadOnlySpan<char> text, int most, bool wholeOnly, Func<char, bool> isDigit)
    {
        var count = 0;
        while (count < most && count < text.Length && isDigit(text[count]))
        {
            count++;
        }

        return wholeOnly && count < most ? 0 : count;
    }
}
