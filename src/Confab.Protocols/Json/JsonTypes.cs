namespace Confab.Protocols.Json;

/// <summary>The values of <c>type</c> in commands and events of the json protocol.</summary>
public static class JsonTypes
{
    /// <summary>Command: signs on, with a nickname or as a guest.</summary>
    public const string Hello = "hello";

    /// <summary>Command: enters a room. Event: somebody entered.</summary>
    public const string Join = "join";

    /// <summary>Command: leaves a room. Event: somebody left.</summary>
    public const string Part = "part";

    /// <summary>Command: says something in a room.</summary>
    public const string Say = "say";

    /// <summary>Command: says something to one person.</summary>
    public const string Tell = "tell";

    /// <summary>Command: takes another nickname.</summary>
    public const string Nick = "nick";

    /// <summary>Command: sets a room's topic. Event: somebody set it.</summary>
    public const string Topic = "topic";

    /// <summary>Command: asks who is in a room.</summary>
    public const string Who = "who";

    /// <summary>Command: asks for the list of rooms. Reply: that list.</summary>
    public const string Rooms = "rooms";

    /// <summary>Command: asks for a stretch of a room's history. Reply to it, to find and to search: messages.</summary>
    public const string History = "history";

    /// <summary>Command: asks for one message by its id.</summary>
    public const string Find = "find";

    /// <summary>Command: asks for messages with these words.</summary>
    public const string Search = "search";

    /// <summary>Command: removes somebody from a room. Event: somebody was removed.</summary>
    public const string Kick = "kick";

    /// <summary>Command: asks for a pong.</summary>
    public const string Ping = "ping";

    /// <summary>Command: ends the session.</summary>
    public const string Quit = "quit";

    /// <summary>Event: the session is signed on.</summary>
    public const string Welcome = "welcome";

    /// <summary>Event: somebody took another nickname.</summary>
    public const string Rename = "rename";

    /// <summary>Event: an entry of a room's history, new or replayed.</summary>
    public const string Message = "message";

    /// <summary>Event: somebody said something to this session alone.</summary>
    public const string Private = "private";

    /// <summary>Event: the server has something to say.</summary>
    public const string Notice = "notice";

    /// <summary>Reply: done, and there is nothing more to say.</summary>
    public const string Ok = "ok";

    /// <summary>Reply to join.</summary>
    public const string Joined = "joined";

    /// <summary>Reply to say: committed.</summary>
    public const string Sent = "sent";

    /// <summary>Reply: refused. Also sent without a command where the line itself was at fault.</summary>
    public const string Error = "error";

    /// <summary>Reply to who.</summary>
    public const string Members = "members";

    /// <summary>Reply to ping.</summary>
    public const string Pong = "pong";

    /// <summary>Reply to quit, and the last event of a session that the server ends.</summary>
    public const string Bye = "bye";
}
