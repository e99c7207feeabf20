namespace Confab.Dialects.Irc.Showing;

/// <summary>Whose history is shown, and to whom, as far as its lines depend on it.</summary>
/// <param name="Name">The room as it is called now; of a conversation, the other one's nickname.</param>
internal sealed record HistoryView(string Name)
{
    /// <summary>Of a conversation: the folded name of the reader's account. Null for a room.</summary>
    public string? OwnAccountKey { get; init; }

    /// <summary>Of a conversation: the reader's nickname, which lines bear whatever it was then, as the other's do.</summary>
    public string OwnNickname { get; init; } = "";

    /// <summary>
    /// True where the lines come unasked: whoever is not told the time of each line would take yesterday's for now's, and gets it within the text.
    /// </summary>
    public bool TellsTimes { get; init; }
}
