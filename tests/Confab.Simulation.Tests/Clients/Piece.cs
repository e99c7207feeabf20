namespace Confab.Simulation.Tests.Clients;

/// <summary>Bytes that a client will send.</summary>
/// <param name="EndsRead">False: more of the same message follows, and the server is told that more waits.</param>
internal readonly record struct Piece(byte[] Bytes, bool EndsRead);
