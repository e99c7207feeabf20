namespace Confab.Dialects.Irc.Capabilities;

/// <summary>One capability as a client is offered it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Flag">What it turns on.</param>
/// <param name="Value">Its value for clients of version 302, or null; empty values are not written.</param>
internal sealed record Capability(string Name, IrcCapabilities Flag, Func<CapabilityOffer, string?>? Value = null)
{
    /// <summary>False where it is not offered to this client at all.</summary>
    public Func<CapabilityOffer, bool> IsOffered { get; init; } = _ => true;

    /// <summary>True for what is told and cannot be requested.</summary>
    public bool IsInformation { get; init; }
}
