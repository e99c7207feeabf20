using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What one line says, to whomever.</summary>
/// <param name="Kind">A notice, or a message; what somebody does is an action.</param>
/// <param name="Text">The text; null for a line of nothing but tags.</param>
/// <param name="Tags">The tags that go with it, in their wire form; null for none.</param>
/// <param name="Key">What makes sending it again safe; null for none.</param>
internal readonly record struct Utterance(MessageKind Kind, string? Text, string? Tags, ResendKey? Key)
{
    private const char CtcpMark = '\x01';
    private const string ActionFront = "\x01" + "ACTION ";

    /// <summary>True where nothing may be answered, whatever comes of it: programs would answer each other for ever.</summary>
    public bool IsNotice => Kind == MessageKind.Notice;

    // A question to a program, or its answer.
    private bool IsCtcp => Kind != MessageKind.Action && Text is [CtcpMark, ..];

    /// <summary>Reads a text. What stands between CTCP's marks and begins with <c>ACTION</c> is an action.</summary>
    public static Utterance Read(MessageKind kind, string text, string? tags, ResendKey? key)
    {
        if (kind == MessageKind.Message && text.StartsWith(ActionFront, StringComparison.OrdinalIgnoreCase))
        {
            var deed = text[ActionFront.Length..].TrimEnd(CtcpMark);
            return string.IsNullOrWhiteSpace(deed) ? new Utterance(kind, text, tags, key) : new Utterance(MessageKind.Action, deed, tags, key);
        }

        return new Utterance(kind, text, tags, key);
    }

    /// <summary>The request that says it in a room, to members of at least that rank.</summary>
    public Request To(RoomName room, Rank least) => this switch
    {
        { Text: null } => new PostTags(room, Tags ?? string.Empty, ClientTags.AreFleeting(Tags)) { MinimumRank = least },
        { IsCtcp: true } => new PostCtcp(room, Text, Kind) { MinimumRank = least, Tags = Tags },
        _ => new Post(room, Text, Kind, Key) { MinimumRank = least, Tags = Tags },
    };

    /// <summary>The request that says it to one user.</summary>
    public Request To(string nickname) => this switch
    {
        { Text: null } => new SendTags(nickname, Tags ?? string.Empty, ClientTags.AreFleeting(Tags)),
        { IsCtcp: true } => new SendCtcp(nickname, Text, Kind) { Tags = Tags },
        _ => new SendPrivateMessage(nickname, Text, Kind) { Tags = Tags },
    };
}
