using System.Net;

namespace Confab.Server.Hosting;

/// <summary>A default door that could not open.</summary>
/// <param name="Name">What it would have been, such as <c>relay</c> or <c>irc+tls</c>.</param>
/// <param name="EndPoint">Where.</param>
/// <param name="Reason">Why not: the end of a sentence.</param>
public sealed record ClosedDoor(string Name, IPEndPoint EndPoint, string Reason);
