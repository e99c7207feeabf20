using System.Net;

namespace Confab.Transport.Limits;

/// <summary>What all sessions of one address share.</summary>
/// <param name="book">Where it stands.</param>
/// <param name="address">The address.</param>
/// <param name="gate">The flood control of all of them together; null where the address is exempt from limits.</param>
internal sealed class AddressEntry(AddressBook book, IPAddress address, FloodGate? gate)
{
    public AddressBook Book => book;

    public IPAddress Address => address;

    /// <summary>The address as people read it: one text for all of its sessions.</summary>
    public string Text { get; } = address.ToString();

    public bool IsExempt => gate is null;

    /// <summary>How many there are. Guarded by the book's lock.</summary>
    public int Sessions { get; set; }

    /// <summary>True when the address owes nothing to flood control: forgetting it changes nothing.</summary>
    public bool IsIdle
    {
        get
        {
            if (gate is null)
            {
                return true;
            }

            lock (gate)
            {
                return gate.IsIdle();
            }
        }
    }

    /// <inheritdoc cref="FloodGate.Count"/>
    public TimeSpan Count(long messages, int bytes)
    {
        if (gate is null)
        {
            return TimeSpan.Zero;
        }

        lock (gate)
        {
            return gate.Count(messages, bytes);
        }
    }
}
