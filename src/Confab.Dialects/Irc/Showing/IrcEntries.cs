using System.Globalization;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Storage;

namespace Confab.Dialects.Irc.Showing;

/// <summary>What the history remembers as lines: as they were when it happened, in the forms that the reader knows.</summary>
internal static class IrcEntries
{
    private const int AnyNameLength = 256;

    /// <summary>The lines of one entry or event. Without <c>draft/event-playback</c> only what was said makes any.</summary>
    public static IReadOnlyList<IrcLine> Of(LogEntry entry, IrcCapabilities capabilities, HistoryView view)
    {
        var (author, target) = Names(entry, view);
        if (entry.Kind.IsSaid())
        {
            var text = entry.Formatted ?? entry.Text;
            return IrcSpeech.Lines(Line(entry, author, "PRIVMSG"), entry.Kind, target, Prefix(entry, capabilities, view) + text);
        }

        return capabilities.HasFlag(IrcCapabilities.EventPlayback) && Event(entry, author, target, capabilities) is { } line ? [line] : [];
    }

    private static IrcLine? Event(LogEntry entry, string author, string target, IrcCapabilities capabilities) => entry.Kind switch
    {
        MessageKind.Topic => Line(entry, author, "TOPIC", target, entry.Text) with { EndsWithText = true },
        MessageKind.Joined when capabilities.HasFlag(IrcCapabilities.ExtendedJoin) =>
            Line(entry, author, "JOIN", target, entry.Account ?? "*", entry.Text) with { EndsWithText = true },
        MessageKind.Joined => Line(entry, author, "JOIN", target),
        MessageKind.Left when entry.Text.Length == 0 => Line(entry, author, "PART", target),
        MessageKind.Left => Line(entry, author, "PART", target, entry.Text) with { EndsWithText = true },
        MessageKind.Quit => Line(entry, author, "QUIT", entry.Text.Length == 0 ? "Quit" : $"Quit: {entry.Text}") with { EndsWithText = true },
        MessageKind.Kicked =>
            Line(entry, author, "KICK", target, entry.Target ?? "*", entry.Text.Length == 0 ? author : entry.Text) with { EndsWithText = true },
        MessageKind.Renamed => Line(entry, author, "NICK", entry.Text),
        MessageKind.ModeChanged => Line(entry, author, "MODE", [target, .. entry.Text.Split(' ')]),
        MessageKind.TagMessage => Line(entry, author, "TAGMSG", target) with { IsTagsOnly = true },
        _ => null,
    };

    // Those who are called otherwise since then would look like strangers in their own conversation.
    private static (string Author, string Target) Names(LogEntry entry, HistoryView view)
    {
        if (view.OwnAccountKey is not { } own)
        {
            return (entry.Author, view.Name);
        }

        return KeyOf(entry.Account) == own ? (view.OwnNickname, view.Name) : (view.Name, view.OwnNickname);
    }

    private static string? KeyOf(string? account) => Nickname.TryCreate(account, AnyNameLength, out var name, out _) ? name.Key : null;

    private static IrcLine Line(LogEntry entry, string author, string command, params string[] parameters) =>
        new($"{author}!{entry.Source ?? "user@confab"}", command, parameters)
        {
            Time = entry.Time,
            Id = entry.Id,
            Account = entry.Account,
            ClientTags = entry.Tags,
        };

    private static string Prefix(LogEntry entry, IrcCapabilities capabilities, HistoryView view) =>
        !view.TellsTimes || capabilities.HasFlag(IrcCapabilities.ServerTime)
            ? ""
            : entry.Time.UtcDateTime.ToString("'['HH':'mm'] '", CultureInfo.InvariantCulture);
}
