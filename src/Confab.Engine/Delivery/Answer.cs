using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>The reply to one request, as a view is shown it.</summary>
public readonly struct Answer
{
    private readonly RoomFeed? _feed;

    internal Answer(Request request, Reply reply, object? tag, RoomFeed? feed)
    {
        Request = request;
        Reply = reply;
        Tag = tag;
        _feed = feed;
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
}
