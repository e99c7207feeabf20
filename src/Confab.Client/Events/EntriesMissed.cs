namespace Confab.Client.Events;

/// <summary>Entries of a room could not be fetched; those after them follow.</summary>
/// <param name="Room">The room.</param>
/// <param name="After">The number of the last entry before the gap.</param>
/// <param name="Before">The number of the first entry behind it.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record EntriesMissed(string Room, long After, long Before, string Reason) : ClientEvent;
