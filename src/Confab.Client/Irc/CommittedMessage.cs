namespace Confab.Client.Irc;

/// <summary>A message that the server has taken: it echoed it, and a Confab server does that only when the message is in its history.</summary>
/// <param name="Target">The room or the person.</param>
/// <param name="Id">Its id; empty where the server gives none.</param>
/// <param name="Time">The server's time of it, in UTC; null where the server does not say.</param>
public sealed record CommittedMessage(string Target, string Id, DateTimeOffset? Time);
