namespace Confab.Protocols.Irc;

/// <summary>How a place in the history is named.</summary>
public enum HistoryReferenceKind
{
    /// <summary><c>*</c>: no place; from the newest on, without a bound.</summary>
    None,

    /// <summary><c>timestamp=YYYY-MM-DDThh:mm:ss.sssZ</c>.</summary>
    Timestamp,

    /// <summary><c>msgid=...</c>.</summary>
    MessageId,
}
