using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Tests.Benching;

public sealed class TrackTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(5, 0)]
    [InlineData(5, 3)]
    public void Each_message_has_one_witness_who_is_not_its_sender(int members, int sender)
    {
        var tracks = Enumerable.Range(0, members).Select(member => Track.Of(member, sender, members)).ToList();

        // Each member is the witness again after all others have been.
        var witnesses = Enumerable.Range(1, 4 * members).Select(sequence =>
            tracks.Where(track => sequence >= track.WitnessAt && (sequence - track.WitnessAt) % (members - 1) == 0).ToList());

        Assert.All(witnesses, found => Assert.Single(found));
        Assert.Equal(int.MaxValue, tracks[sender].WitnessAt);
    }
}
