using System.Globalization;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Unframed;

/// <summary>How three of the historic systems name a peer: by its address, in the notation of their language.</summary>
internal static class PeerName
{
    /// <summary><c>('127.0.0.1', 54358)</c></summary>
    public static string Tuple(SessionOrigin origin) => $"('{origin.Address}', {origin.Port})";

    /// <summary><c>54358</c>: also the nickname that such a member asks for.</summary>
    public static string Port(SessionOrigin origin) => origin.Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes what <see cref="Tuple"/> gives.</summary>
    public static void WriteTuple(SessionOrigin origin, TickBuffer output)
    {
        output.Write("('"u8).Write(origin.Address).Write("', "u8);
        WritePort(origin, output);
        output.Write(")"u8);
    }

    /// <summary>Writes what <see cref="Port"/> gives.</summary>
    public static void WritePort(SessionOrigin origin, TickBuffer output)
    {
        const int MostDigits = 11;
        origin.Port.TryFormat(output.GetSpan(MostDigits), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
