using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Alias;

/// <summary>
/// The names that this dialect shows. Its clients bear ASCII only, so other nicknames are transliterated; and since two of them may then be the
/// same, each such name carries its session's number: <c>René</c> is <c>Rene-12</c>.
/// </summary>
internal static class AliasName
{
    private const string Unreadable = "guest";

    public static string Of(Participant who)
    {
        var nickname = who.Nickname.Text;
        var ascii = AsciiForm.Transliterate(nickname);
        if (ascii == nickname)
        {
            return nickname;
        }

        var readable = ascii.Replace("?", string.Empty, StringComparison.Ordinal);
        return $"{(readable.Length == 0 ? Unreadable : readable)}-{who.Session}";
    }

    /// <summary>The session that a shown name points to by its number, if it has one.</summary>
    public static SessionId? NumberIn(string shown)
    {
        var dash = shown.LastIndexOf('-');
        return dash >= 0 && long.TryParse(shown.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SessionId(number)
            : null;
    }
}
