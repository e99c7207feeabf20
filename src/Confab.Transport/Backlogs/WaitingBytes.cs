using Confab.Transport.Connections;

namespace Confab.Transport.Backlogs;

/// <summary>
/// What waits for one peer. Text for a session without framing waits in the paced queue, all else in the backlog; a session turns from the one kind
/// to the other at most once and never back, so the backlog fills only when the paced queue is empty. Not safe for several threads; its
/// connection's lock is held.
/// </summary>
internal sealed class WaitingBytes
{
    public WaitingBytes(ConnectionSetup setup, IBacklogHolder holder)
    {
        Account = setup.Budget.Open(holder);
        Backlog = new Backlog(setup.Limits.BacklogBytes, Account);
        Paced = new PacedQueue(setup.Limits.BacklogBytes, Account);
        Pace = new Pace(setup.Limits, setup.Clock);
    }

    public BacklogAccount Account { get; }

    public Backlog Backlog { get; }

    public PacedQueue Paced { get; }

    public Pace Pace { get; }

    /// <summary>Wakes the connection when a gap is over.</summary>
    public ITimer? PaceTimer { get; set; }

    /// <summary>What is on its way through the pipe, in bytes from the front of what goes next.</summary>
    public int Sending { get; set; }

    /// <summary>What goes next.</summary>
    public IOutgoingQueue Queue => Paced.IsEmpty ? Backlog : Paced;

    public bool IsEmpty => Backlog.IsEmpty && Paced.IsEmpty;

    public int Bytes => Backlog.Bytes + Paced.Bytes;

    /// <summary>How long what goes next must still wait; not positive where it may go.</summary>
    public TimeSpan Rest => Paced.IsEmpty ? TimeSpan.Zero : Pace.Rest(Paced);

    /// <summary>The peer has taken so much of what goes next.</summary>
    public void Consume(int count)
    {
        if (Paced.IsEmpty)
        {
            Backlog.Consume(count);
        }
        else
        {
            var alone = Paced.NextIsAlone;
            Paced.Consume(count);
            Pace.Sent(alone);
        }
    }

    /// <summary>Gives everything up.</summary>
    public void Clear()
    {
        Backlog.Clear();
        Paced.Clear();
        Sending = 0;
    }
}
