using System.Globalization;
using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary><c>54358:Hi!</c></summary>
internal sealed class RelayDoor(bool lines) : UnframedDoor(lines)
{
    public override string Dialect => "relay";

    public override Command Leave(Actor me) => new("exit" + End);

    protected override string Line(Voice who, string mark, string text) =>
        $"{(who.Dialect == Dialect ? who.Port.ToString(CultureInfo.InvariantCulture) : who.Nickname)}:{mark}{text}";
}
