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
    public static string Of(UserModes modes) => "+" + string.Concat(_all.Where(one => modes.HasFlag(one.Mode)).Select(one => one.Letter));

    /// <summary>The mode of a letter; <see cref="UserModes.None"/> where it is none's.</summary>
    public static UserModes Of(char letter) => Array.Find(_all, one => one.Letter == letter).Mode;
}
