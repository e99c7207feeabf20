using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>The reply to one request, as a view is shown it.</summary>
public readonly struct Answer
{
    private readonly RoomFeed? _feed;
    private readonly Attendance? _attendance;

    internal Answer(Request request, Reply reply, object? tag, RoomFeed? feed, Attendance attendance)
    {
        Request = request;
        Reply = reply;
        Tag = tag;
        _feed = feed;
        _attendance = attendance;
    }

    /// <summary>What was asked.</summary>
    public Request Request { get; }

    public Reply Reply { get; }

    /// <summary>What the dialect gave along with the request.</summary>
    public object? Tag { get; }

    /// <summary>
    /// For the reply to a join: the newest entries of the room up to that moment, in rising order. Everything later reaches the
    /// session live: nothing is missing between the two, and nothing comes twice.
    /// </summary>
    public IReadOnlyList<LogEntry> Recent(int count) => _feed?.Recent(count) ?? [];

    /// <summary>
    /// As <see cref="Recent(int)"/>, for a reply that tells of several rooms: of one that the session's user sits in since then. The caller sees
    /// to that.
    /// </summary>
    public IReadOnlyList<LogEntry> Recent(RoomName room, int count) => _attendance?.FindFeed(room)?.Recent(count) ?? [];
}
