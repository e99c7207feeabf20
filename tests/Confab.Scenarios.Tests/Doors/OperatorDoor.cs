using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>
/// <c>nick: text</c>, for somebody who speaks in lines. In the other way of this door, one reply for each message, nobody sees anything before
/// they speak: that has tests of its own.
/// </summary>
internal sealed class OperatorDoor() : UnframedDoor(lines: true)
{
    public override string Name => Dialect;

    public override string Dialect => "operator";

    public override Command Leave(Actor me) => new("bye\n");

    protected override string Told(string text) => text;

    protected override string Line(Voice who, string mark, string text) => $"{who.Nickname}: {mark}{text}";
}
