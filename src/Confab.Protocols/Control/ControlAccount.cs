using System.Buffers;
using Confab.Protocols.Json;

namespace Confab.Protocols.Control;

/// <summary>An account, as those who look after it are shown it.</summary>
public sealed record ControlAccount
{
    /// <summary>Its name.</summary>
    // Generated code hands in null where there is none.
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was made: UTC in ISO 8601 with milliseconds.</summary>
    public string? Created { get; init; }

    /// <summary>True where it looks after others; otherwise not written.</summary>
    public bool? Administrator { get; init; }

    /// <summary>Why it cannot be used at the moment.</summary>
    public string? Suspended { get; init; }

    /// <summary>How its owner can be reached.</summary>
    public string? Email { get; init; }

    /// <summary>How many certificates open it; not in lists.</summary>
    public int? Certificates { get; init; }

    /// <summary>The nicknames of its users that are here; not in lists.</summary>
    public IReadOnlyList<string>? Present { get; init; }

    /// <summary>Writes an account by itself as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="account">The account.</param>
    public static void Write(IBufferWriter<byte> output, ControlAccount account) =>
        JsonLine.Write(output, account, ControlJson.Default.ControlAccount);
}
