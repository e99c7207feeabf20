namespace Confab.Client.Irc;

/// <summary>A room as it is when one enters it.</summary>
/// <param name="Room">Its name, as the server writes it; another one than was asked for if the server leads on to it.</param>
/// <param name="Topic">Its topic, where it has one.</param>
public sealed record EnteredIrcRoom(string Room, string? Topic);
