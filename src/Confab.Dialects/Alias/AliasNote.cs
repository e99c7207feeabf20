using Confab.Engine.Ticks;

namespace Confab.Dialects.Alias;

/// <summary>Something that the dialect answers by itself, in its turn: the help, a usage line.</summary>
internal sealed record AliasNote(string Text) : Aside;
