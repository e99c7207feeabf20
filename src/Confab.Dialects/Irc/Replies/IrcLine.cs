using Confab.Chat.Messages;

namespace Confab.Dialects.Irc.Replies;

/// <summary>One line to a client, before it is known which tags it takes.</summary>
/// <param name="Source">Who sends it; null for the server.</param>
/// <param name="Command">The command or numeric.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record IrcLine(string? Source, string Command, params string[] Parameters) : IrcItem
{
    /// <summary>True: the last parameter always has its colon, as text for people usually has.</summary>
    public bool EndsWithText { get; init; }

    /// <summary>When it happened; null for a line without <c>time</c>.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The message's id; null for a line without <c>msgid</c>.</summary>
    public MessageId? Id { get; init; }

    /// <summary>The account of who sends it; null for a line without <c>account</c>.</summary>
    public string? Account { get; init; }

    /// <summary>True where who sends it is a bot.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>Client-only tags, in their wire form.</summary>
    public string? ClientTags { get; init; }

    /// <summary>The batch that it belongs to; null for none.</summary>
    public string? Batch { get; init; }

    /// <summary>The label of the command that it answers; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>True where it is for those with <c>message-tags</c> only, because it says nothing else.</summary>
    public bool IsTagsOnly { get; init; }
}
