using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>Something that was said.</summary>
/// <param name="Target">The room, or the person to whom it was said.</param>
/// <param name="From">Who said it: the nickname, or the server's name.</param>
/// <param name="Text">What was said; of an action without its CTCP frame. May hold formatting codes: clean it before a terminal sees it.</param>
/// <param name="Kind">How it was said.</param>
public sealed record IrcEntry(string Target, string From, string Text, IrcMessageKind Kind)
{
    private const string ActionStart = "\x01" + "ACTION ";

    /// <summary>The server's id for it (tag <c>msgid</c>); empty where it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>When it was said, in UTC (tag <c>time</c>); null where the server does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The account of whoever said it; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>All tags of the line.</summary>
    public IReadOnlyList<IrcTag> Tags { get; init; } = [];

    /// <summary>The place of this entry in the history; <see cref="HistoryReference.None"/> where the server says neither id nor time.</summary>
    public HistoryReference Place => Id.Length > 0 ? HistoryReference.Of(Id)
        : Time is { } time ? HistoryReference.At(time)
        : HistoryReference.None;

    /// <summary>The entry in a line; null for a line that says nothing.</summary>
    internal static IrcEntry? Of(IrcMessage line)
    {
        if (line.Command is not ("PRIVMSG" or "NOTICE") || line.Parameter(0) is not { } target || line.Parameter(1) is not { } text)
        {
            return null;
        }

        var kind = line.Command == "NOTICE" ? IrcMessageKind.Notice : IrcMessageKind.Message;
        if (kind == IrcMessageKind.Message && text.StartsWith(ActionStart, StringComparison.Ordinal))
        {
            (kind, text) = (IrcMessageKind.Action, text[ActionStart.Length..].TrimEnd('\x01'));
        }

        return new IrcEntry(target, IrcSource.Parse(line.Source ?? "").Name, text, kind)
        {
            Id = line.Tag("msgid") ?? "",
            Time = ServerTime.TryParse(line.Tag("time") ?? "", out var time) ? time : null,
            Account = line.Tag("account"),
            Tags = line.Tags,
        };
    }
}
