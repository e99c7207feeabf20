namespace Confab.Chat.Messages;

/// <summary>
/// What is remembered of a room. The numbers are stored: they never change and are never used again. Those below 16 are entries, which
/// take the room's next number; those from 16 on are events, which take none (<see cref="MessageKinds.TakesNumber"/>).
/// </summary>
public enum MessageKind
{
    /// <summary>Somebody said something.</summary>
    Message = 1,

    /// <summary>Somebody did something (<c>/me waves</c>).</summary>
    Action = 2,

    /// <summary>The server said something, through its operator; or somebody sent an IRC NOTICE.</summary>
    Notice = 3,

    /// <summary>Somebody set the topic; the text is the new topic, empty where it was cleared.</summary>
    Topic = 4,

    /// <summary>An event: the author joined the room; the text is the real name, which may be empty.</summary>
    Joined = 16,

    /// <summary>An event: the author left the room; the text is the reason, which may be empty.</summary>
    Left = 17,

    /// <summary>An event: the author left the server; the text is the reason, which may be empty.</summary>
    Quit = 18,

    /// <summary>An event: the author removed somebody from the room; the target is that nickname, the text is the reason.</summary>
    Kicked = 19,

    /// <summary>An event: the author, by the old nickname, took another one; the text is the new nickname.</summary>
    Renamed = 20,

    /// <summary>An event: the author changed the room's modes; the text is the change with its parameters, as sent (<c>+o bob</c>).</summary>
    ModeChanged = 21,

    /// <summary>An event: the author sent client-only message tags without a text (IRCv3 TAGMSG); the text is empty.</summary>
    TagMessage = 22,
}
