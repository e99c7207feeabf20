namespace Confab.Polling;

/// <summary>A descriptor is ready.</summary>
/// <param name="Token">What was given along with the descriptor.</param>
/// <param name="Events">For what.</param>
public readonly record struct PollEvent(long Token, PollEvents Events);
