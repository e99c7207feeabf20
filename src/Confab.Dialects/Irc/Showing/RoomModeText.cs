using System.Globalization;
using Confab.Chat.Rooms;

namespace Confab.Dialects.Irc.Showing;

/// <summary>What rooms are set to, in the letters and parameters of IRC.</summary>
internal static class RoomModeText
{
    // As many as older clients take at once.
    private const int ChangesPerLine = 12;

    /// <summary>What the room is set to now: the letters, and behind them their parameters.</summary>
    /// <param name="room">The room.</param>
    /// <param name="withKey">True: the key is shown. False: a star stands in its place.</param>
    public static string[] Of(Room room, bool withKey)
    {
        var modes = room.Modes;
        var letters = "+" + RoomFlagLetters.Write(modes.Flags);
        var parameters = new List<string>();
        if (modes.Forward is { } forward)
        {
            letters += 'f';
            parameters.Add(forward.Text);
        }

        if (modes.Key is { } key)
        {
            letters += 'k';
            parameters.Add(withKey ? key.Text : "*");
        }

        if (modes.Limit is { } limit)
        {
            letters += 'l';
            parameters.Add(limit.ToString(CultureInfo.InvariantCulture));
        }

        return [letters, .. parameters];
    }

    /// <summary>Changes as mode strings with their parameters, a few at a time.</summary>
    public static IEnumerable<string[]> Of(IReadOnlyList<ModeChange> changes) => changes.Chunk(ChangesPerLine).Select(Line);

    /// <summary>The letter and the parameter of one change.</summary>
    public static (char Letter, string? Parameter) Of(ModeChange change) => change switch
    {
        FlagChange flag => (RoomFlagLetters.Write(flag.Flag)[0], null),
        RankChange rank => (RankLetters.LetterOf(rank.Rank), rank.Nickname),
        MaskChange mask => (LetterOf(mask.List), mask.Mask.Text),
        KeyChange key => ('k', key.Key?.Text ?? key.Before?.Text ?? "*"),
        LimitChange limit => ('l', limit.Limit?.ToString(CultureInfo.InvariantCulture)),
        ForwardChange forward => ('f', forward.Forward?.Text),
        _ => throw new NotSupportedException($"Nobody knows how IRC writes {change.GetType().Name}."),
    };

    private static string[] Line(ModeChange[] changes)
    {
        var letters = string.Empty;
        var parameters = new List<string>();
        bool? sign = null;
        foreach (var change in changes)
        {
            var on = IsOn(change);
            if (sign != on)
            {
                letters += on ? '+' : '-';
                sign = on;
            }

            var (letter, parameter) = Of(change);
            letters += letter;
            if (parameter is not null)
            {
                parameters.Add(parameter);
            }
        }

        return [letters, .. parameters];
    }

    private static bool IsOn(ModeChange change) => change switch
    {
        FlagChange flag => flag.On,
        RankChange rank => rank.On,
        MaskChange mask => mask.On,
        KeyChange key => key.Key is not null,
        LimitChange limit => limit.Limit is not null,
        ForwardChange forward => forward.Forward is not null,
        _ => true,
    };

    private static char LetterOf(MaskListKind list) => list switch
    {
        MaskListKind.Bans => 'b',
        MaskListKind.Exempts => 'e',
        _ => 'I',
    };
}
