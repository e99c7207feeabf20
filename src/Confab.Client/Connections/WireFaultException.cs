namespace Confab.Client.Connections;

/// <summary>The peer sent what no server sends; the connection is of no more use.</summary>
internal sealed class WireFaultException(string message) : Exception(message);
