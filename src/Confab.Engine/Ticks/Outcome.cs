using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Sessions;

namespace Confab.Engine.Ticks;

/// <summary>What one request came to: committed, and ready to be shown.</summary>
/// <param name="Reply">The answer, or null where none is due yet.</param>
internal readonly record struct Outcome(
    EngineSession Session,
    Request Request,
    object? Tag,
    Reply? Reply,
    IReadOnlyList<ChatEvent> Events)
{
    /// <summary>True for the last that the session is ever shown.</summary>
    public bool Ends => Reply is { EndsSession: true };
}
