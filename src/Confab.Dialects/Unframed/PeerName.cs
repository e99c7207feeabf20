using System.Globalization;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Unframed;

/// <summary>How three of the historic systems name a peer: by its address, in the notation of their language.</summary>
internal static class PeerName
{
    /// <summary><c>('127.0.0.1', 54358)</c></summary>
    public static string Tuple(SessionOrigin origin) => $"('{origin.Address}', {origin.Port})";

    /// <summary><c>54358</c>: also the nickname that such a member asks for.</summary>
    public static string Port(SessionOrigin origin) => origin.Port.ToString(CultureInfo.InvariantCulture);
}
