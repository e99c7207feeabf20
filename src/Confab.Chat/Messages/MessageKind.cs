namespace Confab.Chat.Messages;

/// <summary>What an entry of a room's history is. The numbers are stored: they never change and are never used again.</summary>
public enum MessageKind
{
    /// <summary>Somebody said something.</summary>
    Message = 1,

    /// <summary>Somebody did something (<c>/me waves</c>).</summary>
    Action = 2,

    /// <summary>The server said something, through its operator.</summary>
    Notice = 3,

    /// <summary>Somebody set the topic; the text is the new topic, empty where it was cleared.</summary>
    Topic = 4,
}
