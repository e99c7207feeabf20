namespace Confab.Engine.Ticks;

/// <summary>A timer of a dialect went off: brings the view its turn in the delivery loop, where alone it may act.</summary>
/// <param name="Token">Tells the view which timer it was.</param>
public sealed record Wake(long Token) : Aside;
