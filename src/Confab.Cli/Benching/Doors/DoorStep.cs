namespace Confab.Cli.Benching.Doors;

/// <summary>What a line means to a member that is on its way into its room.</summary>
/// <param name="IsIn">It has arrived.</param>
/// <param name="IsRefused">It will not arrive; the line says why.</param>
/// <param name="Reply">What it says next; null for nothing.</param>
internal readonly record struct DoorStep(bool IsIn = false, bool IsRefused = false, string? Reply = null);
