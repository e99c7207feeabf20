using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Replies;

namespace Confab.Dialects.Irc.Showing;

/// <summary>Something that somebody said, to whomever: all that its lines are made of.</summary>
/// <param name="Author">Who said it.</param>
/// <param name="Target">To whom, as lines name it.</param>
/// <param name="Kind">A message, an action or a notice.</param>
/// <param name="Text">The text with its formatting; lines end with LF.</param>
/// <param name="Time">When.</param>
/// <param name="Id">The message's id.</param>
/// <param name="ClientTags">Client-only tags, in their wire form; null for none.</param>
internal readonly record struct IrcSaid(
    Participant Author, string Target, MessageKind Kind, string Text, DateTimeOffset Time, MessageId Id, string? ClientTags)
{
    /// <summary>True for what takes one line, however long it is; there is more that does.</summary>
    public bool IsOneLine => IsFromIrc && !Text.Contains('\n', StringComparison.Ordinal);

    private bool IsFromIrc => Author.Origin.Door == IrcDialect.DialectName;

    /// <summary>True for an event that is something said.</summary>
    public static bool TryRead(ChatEvent happened, out IrcSaid said)
    {
        said = happened switch
        {
            MessagePosted message => new IrcSaid(message, message.Room.Text, message.Message),
            PrivateMessagePosted message => new IrcSaid(message, message.To.Nickname.Text, message.Message),
            StatusMessagePosted message => new IrcSaid(
                message.Actor, IrcEvents.Status(message.MinimumRank, message.Room), message.Kind, message.Message.Formatted, message.Time, message.Id, message.Tags),
            _ => default,
        };
        return said.Author is not null;
    }

    /// <summary>The lines that say it.</summary>
    public List<IrcLine> Lines()
    {
        var first = new IrcLine(IrcEvents.Source(Author), IrcSpeech.Command(Kind))
        {
            Time = Time,
            Id = Id,
            Account = Author.Account,
            IsFromBot = Author.IsBot,
            ClientTags = ClientTags,
        };
        return IrcSpeech.Lines(first, Kind, Target, Text, IsFromIrc);
    }

    /// <summary>The parts of it that one line each has room for.</summary>
    /// <param name="source">Its author, as lines name them.</param>
    public SpeechParts Parts(ReadOnlySpan<char> source) => IrcSpeech.Parts(source, Kind, Target, Text, IsFromIrc);

    private IrcSaid(RoomEntry entry, string target, MessageText text)
        : this(entry.Actor, target, entry.Kind, text.Formatted, entry.Time, entry.Id, entry.Tags)
    {
    }
}
