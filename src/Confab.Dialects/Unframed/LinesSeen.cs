using Confab.Engine.Ticks;

namespace Confab.Dialects.Unframed;

/// <summary>The session has sent a line feed: from this turn on it is shown lines.</summary>
internal sealed record LinesSeen : Aside;
