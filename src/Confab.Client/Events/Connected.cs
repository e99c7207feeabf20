namespace Confab.Client.Events;

/// <summary>There is a connection, and the session is signed on. Comes first, and again after each <see cref="ConnectionLost"/>.</summary>
/// <param name="Nickname">The nickname that the session has now; empty where the dialect does not say.</param>
/// <param name="Again">False for the first connection.</param>
public sealed record Connected(string Nickname, bool Again) : ClientEvent;
