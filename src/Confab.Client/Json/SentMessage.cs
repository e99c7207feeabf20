namespace Confab.Client.Json;

/// <summary>A message that is in the server's history and will not be lost.</summary>
/// <param name="Room">The room.</param>
/// <param name="Number">Its number in the room.</param>
/// <param name="Id">Its id, unique everywhere: 32 hexadecimal digits.</param>
/// <param name="IsDuplicate">The server had it already when it was sent again after a lost connection; this describes the first one.</param>
public sealed record SentMessage(string Room, long Number, string Id, bool IsDuplicate);
