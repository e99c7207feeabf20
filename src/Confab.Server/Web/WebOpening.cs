using Confab.Transport.Limits;
using Confab.Transport.WebSockets;

namespace Confab.Server.Web;

/// <summary>A WebSocket that was agreed on, whose session is to begin.</summary>
/// <param name="Admission">Of the connection, or of whom a proxy brings.</param>
/// <param name="Layer">The WebSocket.</param>
/// <param name="Already">What came behind the request.</param>
internal sealed record WebOpening(Admission Admission, WebSocketLayer Layer, byte[] Already);
