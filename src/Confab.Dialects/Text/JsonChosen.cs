using Confab.Engine.Ticks;

namespace Confab.Dialects.Text;

/// <summary>A program came in through the text door: from this turn on it is shown json.</summary>
internal sealed record JsonChosen : Aside;
