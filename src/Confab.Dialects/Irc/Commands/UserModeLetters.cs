using Confab.Chat.Sessions;

namespace Confab.Dialects.Irc.Commands;

/// <summary>The modes of users as letters.</summary>
internal static class UserModeLetters
{
    private static readonly (UserModes Mode, char Letter)[] _all =
    [
        (UserModes.Bot, 'B'),
        (UserModes.RegisteredOnly, 'R'),
        (UserModes.Invisible, 'i'),
        (UserModes.ServerOperator, 'o'),
        (UserModes.Wallops, 'w'),
    ];

    /// <summary>All that are set, with a plus before them.</summary>
    public static string Of(UserModes modes) => "+" + Letters(modes);

    /// <summary>A change as a mode string.</summary>
    public static string Of(UserModes added, UserModes removed) =>
        (added == UserModes.None ? string.Empty : Of(added)) + (removed == UserModes.None ? string.Empty : "-" + Letters(removed));

    /// <summary>The mode of a letter; <see cref="UserModes.None"/> where it is none's.</summary>
    public static UserModes Of(char letter) => Array.Find(_all, one => one.Letter == letter).Mode;

    private static string Letters(UserModes modes) => string.Concat(_all.Where(one => modes.HasFlag(one.Mode)).Select(one => one.Letter));
}
