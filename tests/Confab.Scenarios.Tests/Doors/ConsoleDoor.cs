using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary><c>&lt;('127.0.0.1', 57486)&gt; hello all</c></summary>
internal sealed class ConsoleDoor(bool lines) : UnframedDoor(lines)
{
    /// <summary>The word with which a member leaves, and which the others hear.</summary>
    public const string Goodbye = "Goodbye!";

    public override string Dialect => "console";

    public override async Task ArriveAsync(Actor me)
    {
        await me.Inbox.TakeAsync(@"^Welcome to this chat room! Type exit to leave\.");
        await base.ArriveAsync(me);
    }

    public override Command Leave(Actor me) => new(Goodbye + End);

    protected override string Line(Voice who, string mark, string text) =>
        $"<{(who.Dialect == Dialect ? $"('127.0.0.1', {who.Port})" : who.Nickname)}> {mark}{text}";
}
