using System.Net;

namespace Confab.Server.Hosting;

/// <summary>A default door that could not open.</summary>
/// <param name="Dialect">What it would have spoken.</param>
/// <param name="EndPoint">Where.</param>
/// <param name="Reason">Why not: the end of a sentence.</param>
public sealed record ClosedDoor(string Dialect, IPEndPoint EndPoint, string Reason);
