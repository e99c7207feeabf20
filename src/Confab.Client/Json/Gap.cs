namespace Confab.Client.Json;

/// <summary>Entries of a room that are to be fetched: those with a number above <paramref name="After"/> and below <paramref name="Before"/>.</summary>
internal readonly record struct Gap(long After, long Before);
