namespace Confab.Client.Json;

/// <summary>A room as it is when one enters it.</summary>
/// <param name="Room">Its name, as the server writes it.</param>
/// <param name="Topic">Its topic, where it has one.</param>
/// <param name="Last">The number of its last entry; 0 where there is none.</param>
public sealed record EnteredRoom(string Room, string? Topic, long Last);
