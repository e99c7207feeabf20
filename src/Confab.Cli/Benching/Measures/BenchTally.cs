using System.Runtime.CompilerServices;
using Confab.Cli.Benching.Running;

namespace Confab.Cli.Benching.Measures;

/// <summary>What all members heard, and whether it was what was said.</summary>
/// <param name="senders">Who sends, by index.</param>
/// <param name="echoes">Whether senders are told what they say themselves.</param>
internal sealed class BenchTally(IReadOnlyList<BenchSender> senders, bool echoes)
{
    private readonly BenchSender[] _senders = [.. senders];

    // Messages that were jumped over and may still come: by member, sender and number.
    private readonly HashSet<(int Member, int Sender, int Sequence)> _missing = [];

    /// <summary>From here on messages are measured, in nanoseconds of the run's clock.</summary>
    public long From { get; set; } = long.MaxValue;

    /// <summary>Until here.</summary>
    public long Until { get; set; } = long.MaxValue;

    /// <summary>All deliveries.</summary>
    public long Received { get; private set; }

    /// <summary>Deliveries within the measured time of what was sent in it.</summary>
    public long Measured { get; private set; }

    /// <summary>Deliveries within the measured time, whenever they were sent: what the server's processor time of that while was spent on.</summary>
    public long Carried { get; private set; }

    /// <summary>How often a message came behind a later one of its sender.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>How often a message came to a member that had it.</summary>
    public long Repeated { get; private set; }

    /// <summary>How often a message came to somebody in another room, or back to its sender where it should not.</summary>
    public long Misdirected { get; private set; }

    /// <summary>From the moment a measured message was due until a member had it.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Counts one delivery.</summary>
    /// <param name="member">Who has it.</param>
    /// <param name="message">What it is.</param>
    /// <param name="now">When it came.</param>
    public void Heard(BenchMember member, in BenchMessage message, long now)
    {
        if ((uint)message.Sender >= (uint)_senders.Length)
        {
            return;
        }

        var sender = _senders[message.Sender];
        if (message.Sequence > sender.Sent)
        {
            // Nobody has said that.
            return;
        }

        if (sender.Room != member.Room || (!echoes && ReferenceEquals(sender, member.Sender)))
        {
            Misdirected++;
            return;
        }

        Received++;
        Carried += now >= From && now <= Until ? 1 : 0;
        ref var track = ref member.Tracks[sender.Place];
        if (message.Sequence == track.Last + 1)
        {
            track.Last = message.Sequence;
        }
        else
        {
            Stumble(member, message, ref track);
        }

        if (track.Last >= track.WitnessAt)
        {
            Witness(sender, ref track);
        }

        if (message.Time >= From && message.Time <= Until)
        {
            Latency.Add(now - message.Time);
            Measured += now <= Until ? 1 : 0;
        }
    }

    private static void Witness(BenchSender sender, ref Track track)
    {
        while (track.Last >= track.WitnessAt)
        {
            track.WitnessAt += sender.Hearers;
            sender.Done();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Stumble(BenchMember member, in BenchMessage message, ref Track track)
    {
        if (message.Sequence > track.Last)
        {
            for (var sequence = track.Last + 1; sequence < message.Sequence; sequence++)
            {
                _missing.Add((member.Index, message.Sender, sequence));
            }

            track.Last = message.Sequence;
        }
        else if (_missing.Remove((member.Index, message.Sender, message.Sequence)))
        {
            OutOfOrder++;
        }
        else
        {
            Repeated++;
        }
    }
}
