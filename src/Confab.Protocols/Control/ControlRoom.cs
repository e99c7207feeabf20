using System.Buffers;
using Confab.Protocols.Json;

namespace Confab.Protocols.Control;

/// <summary>A room, as the server's operator is shown it.</summary>
public sealed record ControlRoom
{
    /// <summary>Its name, with its "#".</summary>
    // Generated code hands in null where there is none.
    public string Room { get; init => field = value ?? ""; } = "";

    /// <summary>How many users sit in it.</summary>
    public int Members { get; init; }

    /// <summary>The account that it belongs to, where it is registered.</summary>
    public string? Founder { get; init; }

    /// <summary>Its topic, where it has one.</summary>
    public string? Topic { get; init; }

    /// <summary>Writes a room by itself as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="room">The room.</param>
    public static void Write(IBufferWriter<byte> output, ControlRoom room) =>
        JsonLine.Write(output, room, ControlJson.Default.ControlRoom);
}
