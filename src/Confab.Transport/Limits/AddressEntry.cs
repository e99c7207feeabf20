using System.Net;

namespace Confab.Transport.Limits;

/// <summary>What all sessions of one address share.</summary>
/// <param name="address">The address.</param>
/// <param name="gate">The flood control of all of them together; null where the address is exempt from limits.</param>
internal sealed class AddressEntry(IPAddress address, FloodGate? gate)
{
    public IPAddress Address => address;

    /// <summary>The address as people read it: one text for all of its sessions.</summary>
    public string Text { get; } = address.ToString();

    public FloodGate? Gate => gate;

    /// <summary>How many there are. Guarded by the book's lock.</summary>
    public int Sessions { get; set; }
}
