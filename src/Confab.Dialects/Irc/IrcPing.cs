using Confab.Engine.Ticks;

namespace Confab.Dialects.Irc;

/// <summary>The client has been silent for a while: it is asked, in its turn, whether it is there.</summary>
internal sealed record IrcPing : Aside;
