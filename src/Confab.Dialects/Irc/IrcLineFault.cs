using Confab.Engine.Ticks;

namespace Confab.Dialects.Irc;

/// <summary>A line that could not be read; its complaint comes in its turn.</summary>
/// <param name="Command">The command, as far as it could be read.</param>
/// <param name="IsTooLong">True: it was too long. False: it was not UTF-8.</param>
internal sealed record IrcLineFault(string Command, bool IsTooLong) : Aside
{
    public override bool WaitsForLookups => true;
}
