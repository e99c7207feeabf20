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
    public static IEnumerable<string[]> Of(IReadOnlyList<ModeChange> changes) =>
        changes.Chunk(ChangesPerLine).Select(some => ModeLine.Write(some).Split(' '));

    /// <summary>The letter and the parameter of one change.</summary>
    public static (char Letter, string? Parameter) Of(ModeChange change)
    {
        var (_, letter, parameter) = ModeLine.Parts(change);
        return (letter, parameter);
    }
}
