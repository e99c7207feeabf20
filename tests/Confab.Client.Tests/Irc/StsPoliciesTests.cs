using Confab.Client.Irc;

namespace Confab.Client.Tests.Irc;

public sealed class StsPoliciesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly IrcDoor s_plain = new(IrcTransport.Tcp, new ServerAddress("chat.example", 6667));

    private readonly StsPolicies _policies = new();

    [Fact]
    public void A_host_that_asked_for_TLS_is_reached_over_TLS_until_the_time_is_over()
    {
        _policies.Learn(new ServerAddress("chat.example", 6697), 60, s_now);

        var door = _policies.Apply(s_plain with { Address = new ServerAddress("CHAT.example", 6667) }, s_now.AddSeconds(59));

        Assert.Equal((IrcTransport.Tls, 6697), (door.Transport, door.Address.Port));
        Assert.Equal(s_plain, _policies.Apply(s_plain, s_now.AddSeconds(60)));
    }

    [Fact]
    public void A_duration_of_nothing_ends_it_and_a_huge_one_does_no_harm()
    {
        _policies.Learn(new ServerAddress("chat.example", 6697), long.MaxValue, s_now);
        Assert.True(_policies.IsForced("chat.example", s_now.AddYears(100)));

        _policies.Learn(new ServerAddress("chat.example", 6697), 0, s_now);
        Assert.Equal(s_plain, _policies.Apply(s_plain, s_now));
    }

    [Fact]
    public void A_WebSocket_without_TLS_is_not_opened_to_such_a_host()
    {
        _policies.Learn(new ServerAddress("chat.example", 6697), 60, s_now);

        var failed = Assert.Throws<ConnectFailedException>(() => _policies.Apply(s_plain with { Transport = IrcTransport.WebSocket }, s_now));
        Assert.Contains("use wss in place of ws", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("port=6697,duration=60", "port", 6697L)]
    [InlineData("duration=60", "duration", 60L)]
    [InlineData("duration=60", "port", null)]
    [InlineData("port=", "port", null)]
    [InlineData("port=-1", "port", null)]
    [InlineData("", "port", null)]
    public void Tokens_of_the_capability_are_read(string capability, string key, long? value) => Assert.Equal(value, StsPolicies.Value(capability, key));
}
