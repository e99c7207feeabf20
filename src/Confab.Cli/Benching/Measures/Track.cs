namespace Confab.Cli.Benching.Measures;

/// <summary>What one member has heard of one sender.</summary>
internal struct Track
{
    /// <summary>The largest sequence number so far.</summary>
    public int Last;

    /// <summary>The next message for whose sender this member is the witness.</summary>
    public int WitnessAt;

    /// <summary>How it begins.</summary>
    /// <param name="member">The member's place in the room.</param>
    /// <param name="sender">The sender's place in the room.</param>
    /// <param name="members">How many sit in the room.</param>
    public static Track Of(int member, int sender, int members)
    {
        if (member == sender)
        {
            return new Track { WitnessAt = int.MaxValue };
        }

        // Each message has another witness, so that no member falls behind by more than a window unnoticed.
        var turn = (member - sender - 1 + members) % members;
        return new Track { WitnessAt = turn == 0 ? members - 1 : turn };
    }
}
