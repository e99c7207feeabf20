namespace Confab.Chat.Rooms;

/// <summary>The flags of a room as letters: IRC's way to write them, and the way they are stored.</summary>
public static class RoomFlagLetters
{
    private static readonly (char Letter, RoomFlags Flag)[] _all =
    [
        ('C', RoomFlags.NoCtcp),
        ('M', RoomFlags.AccountToSpeak),
        ('R', RoomFlags.AccountToJoin),
        ('i', RoomFlags.InviteOnly),
        ('m', RoomFlags.Moderated),
        ('n', RoomFlags.NoExternalMessages),
        ('s', RoomFlags.Secret),
        ('t', RoomFlags.TopicLocked),
        ('u', RoomFlags.Auditorium),
    ];

    /// <summary>Every letter there is, in order.</summary>
    public static string All { get; } = string.Concat(_all.Select(one => one.Letter));

    /// <summary>The flags that the letters stand for; letters that stand for none are passed over.</summary>
    public static RoomFlags Read(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        return letters.Aggregate(RoomFlags.None, (flags, letter) => flags | FlagOf(letter));
    }

    /// <summary>The letters of the flags, in order; empty for none.</summary>
    public static string Write(RoomFlags flags) =>
        string.Concat(_all.Where(one => flags.HasFlag(one.Flag)).Select(one => one.Letter));

    /// <summary>The flag of one letter; <see cref="RoomFlags.None"/> where it stands for none.</summary>
    public static RoomFlags FlagOf(char letter) => Array.Find(_all, one => one.Letter == letter).Flag;
}
