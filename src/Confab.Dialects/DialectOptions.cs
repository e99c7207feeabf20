using Confab.Chat.Names;
using Confab.Dialects.Irc;

namespace Confab.Dialects;

/// <summary>What a dialect is told about its door.</summary>
/// <param name="Room">The room that its sessions sit in.</param>
public sealed record DialectOptions(RoomName Room)
{
    /// <summary>Longest message or line that is read, in bytes.</summary>
    public int MessageBytes { get; init; } = 64 * 1024;

    /// <summary><c>nul</c>: a member hears its own messages, as the historic server did.</summary>
    public bool Echo { get; init; }

    /// <summary><c>nul</c>: the others are told when a member leaves.</summary>
    public bool AnnounceLeaves { get; init; }

    /// <summary><c>operator</c>: how long a lock-step client waits for its reply before it gets a stopgap.</summary>
    public TimeSpan TurnTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary><c>operator</c>: what a lock-step client may miss between its turns, in bytes; older text is dropped first, and counted.</summary>
    public int TurnQueueBytes { get; init; } = 64 * 1024;

    /// <summary><c>text</c>: how many lines of history somebody sees on joining a room.</summary>
    public int HistoryLines { get; init; } = 20;

    /// <summary>The server's name and version, as greetings show them.</summary>
    public string Server { get; init; } = "Confab";

    /// <summary><c>irc</c>: what all IRC doors are told alike.</summary>
    public IrcOptions Irc { get; init; } = new();

    /// <summary>Gives timers their time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
