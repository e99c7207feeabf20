using System.Globalization;
using System.Text;

namespace Confab.Chat.Rooms;

/// <summary>Changes of a room as letters and parameters: IRC's way to write them, and the way they are stored (<c>+mo-v bob ann</c>).</summary>
public static class ModeLine
{
    /// <summary>Writes changes that were made.</summary>
    /// <param name="changes">In their order; at least one.</param>
    /// <returns>Letters with their signs, then the parameters, a space between each.</returns>
    public static string Write(IReadOnlyList<ModeChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var letters = new StringBuilder();
        var parameters = new StringBuilder();
        var sign = ' ';
        foreach (var change in changes)
        {
            var (on, letter, parameter) = Parts(change);
            var wanted = on ? '+' : '-';
            if (wanted != sign)
            {
                sign = wanted;
                letters.Append(sign);
            }

            letters.Append(letter);
            if (parameter is not null)
            {
                parameters.Append(' ').Append(parameter);
            }
        }

        return letters.Append(parameters).ToString();
    }

    /// <summary>One change: whether it sets something or takes it away, its letter, and its parameter where it has one.</summary>
    public static (bool On, char Letter, string? Parameter) Parts(ModeChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change switch
        {
            FlagChange flag => (flag.On, RoomFlagLetters.Write(flag.Flag)[0], null),
            RankChange rank => (rank.On, RankLetters.LetterOf(rank.Rank), rank.Nickname),
            MaskChange mask => (mask.On, LetterOf(mask.List), mask.Mask.Text),
            KeyChange key => (key.Key is not null, 'k', (key.Key ?? key.Before)?.Text ?? "*"),
            LimitChange limit => (limit.Limit is not null, 'l', limit.Limit?.ToString(CultureInfo.InvariantCulture)),
            ForwardChange forward => (forward.Forward is not null, 'f', forward.Forward?.Text),
            _ => throw new NotSupportedException($"Nobody knows how to write a {change.GetType().Name}."),
        };
    }

    private static char LetterOf(MaskListKind list) => list switch
    {
        MaskListKind.Bans => 'b',
        MaskListKind.Exempts => 'e',
        _ => 'I',
    };
}
