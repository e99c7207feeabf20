using System.Buffers;
using Confab.Protocols.Json;

namespace Confab.Protocols.Control;

/// <summary>An account that has a rank in a room for good.</summary>
public sealed record ControlAccess
{
    /// <summary>Its name.</summary>
    // Generated code hands in null where there is none.
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>One of <see cref="ControlRanks"/>.</summary>
    // As above.
    public string Rank { get; init => field = value ?? ""; } = "";

    /// <summary>Writes an entry by itself as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="access">The entry.</param>
    public static void Write(IBufferWriter<byte> output, ControlAccess access) =>
        JsonLine.Write(output, access, ControlJson.Default.ControlAccess);
}
