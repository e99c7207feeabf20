namespace Confab.Protocols.Irc;

/// <summary>
/// A place in the history, as a parameter of CHATHISTORY: <c>* | timestamp=YYYY-MM-DDThh:mm:ss.sssZ | msgid=id</c>
/// (IRCv3 chathistory, "Subcommands").
/// </summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Time">The time, for a timestamp.</param>
/// <param name="MessageId">The message's id, opaque and case-sensitive, for a msgid; otherwise empty.</param>
public readonly record struct HistoryReference(HistoryReferenceKind Kind, DateTimeOffset Time, string MessageId)
{
    private const string TimestampName = "timestamp=";
    private const string MessageIdName = "msgid=";

    /// <summary>The reference <c>*</c>.</summary>
    public static HistoryReference None { get; } = new(HistoryReferenceKind.None, default, "");

    /// <summary>Refers to a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The reference.</returns>
    public static HistoryReference At(DateTimeOffset time) => new(HistoryReferenceKind.Timestamp, time, "");

    /// <summary>Refers to a message.</summary>
    /// <param name="messageId">Its id.</param>
    /// <returns>The reference.</returns>
    public static HistoryReference Of(string messageId) => new(HistoryReferenceKind.MessageId, default, messageId);

    /// <summary>Reads a reference. The words before "=" are read in any case.</summary>
    /// <param name="text">The parameter.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False if it is none of the three, its time has another shape, or its id is empty.</returns>
    public static bool TryParse(string text, out HistoryReference reference)
    {
        reference = None;
        if (text == "*")
        {
            return true;
        }

        if (text.StartsWith(TimestampName, StringComparison.OrdinalIgnoreCase))
        {
            var isTime = ServerTime.TryParse(text.AsSpan(TimestampName.Length), out var time);
            reference = isTime ? At(time) : None;
            return isTime;
        }

        if (text.StartsWith(MessageIdName, StringComparison.OrdinalIgnoreCase) && text.Length > MessageIdName.Length)
        {
            reference = Of(text[MessageIdName.Length..]);
            return true;
        }

        return false;
    }

    /// <summary>The reference as a parameter.</summary>
    /// <returns>Its written form.</returns>
    public override string ToString() => Kind switch
    {
        HistoryReferenceKind.Timestamp => TimestampName + ServerTime.Format(Time),
        HistoryReferenceKind.MessageId => MessageIdName + MessageId,
        _ => "*",
    };
}
