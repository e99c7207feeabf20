using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

public sealed class RisingIdsTests
{
    private static readonly DateTimeOffset _time = DateTimeOffset.FromUnixTimeMilliseconds(0x0123_4567_89AB);

    [Fact]
    public void An_id_is_a_version_7_uuid_of_its_time()
    {
        var id = new RisingIds(Fill(0xFF)).Next(_time);

        Assert.Equal("0123456789ab77ffbfffffffffffffff", id.ToString());
    }

    [Fact]
    public void Ids_of_one_millisecond_rise()
    {
        var random = new Random(1);
        var ids = new RisingIds(random.NextBytes);

        AssertRising(Enumerable.Range(0, 10_000).Select(_ => ids.Next(_time).ToString()));
    }

    [Fact]
    public void Ids_rise_also_when_the_clock_is_set_back()
    {
        var random = new Random(2);
        var ids = new RisingIds(random.NextBytes);

        AssertRising(Enumerable.Range(0, 100).Select(i => ids.Next(_time.AddSeconds(-i)).ToString()));
    }

    private static Action<Span<byte>> Fill(byte value) => bytes => bytes.Fill(value);

    private static void AssertRising(IEnumerable<string> ids)
    {
        var all = ids.ToArray();
        Assert.Equal(all.Order(StringComparer.Ordinal).Distinct(), all);
    }
}
