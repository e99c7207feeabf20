using System.Net.Sockets;

namespace Confab.Cli.Benching.Wires;

/// <summary>A connection that is being made.</summary>
/// <param name="User">Who wants it.</param>
/// <param name="Index">Which connection of the run it is.</param>
/// <param name="IsSmall">Whether the system is to keep little that was not read.</param>
/// <param name="Socket">The socket, when it is connected.</param>
/// <param name="Problem">Why it is not.</param>
internal readonly record struct Opening(IWireUser User, int Index, bool IsSmall, Socket? Socket = null, string? Problem = null);
