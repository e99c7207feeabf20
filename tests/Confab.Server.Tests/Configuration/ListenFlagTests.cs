namespace Confab.Server.Tests.Configuration;

public sealed class ListenFlagTests
{
    [Theory]
    [InlineData("relay", "relay=127.0.0.1:12000")]
    [InlineData("RELAY", "relay=127.0.0.1:12000")]
    [InlineData("relay=0", "relay=127.0.0.1:0")]
    [InlineData("relay=12001", "relay=127.0.0.1:12001")]
    [InlineData("relay=127.0.0.2:12001", "relay=127.0.0.2:12001")]
    [InlineData("relay=0.0.0.0", "relay=0.0.0.0:12000")]
    [InlineData("relay=localhost:1", "relay=127.0.0.1:1")]
    [InlineData("relay=[::1]:12001", "relay=[::1]:12001")]
    [InlineData("relay=[::1]", "relay=[::1]:12000")]
    [InlineData("relay = 12001", "relay=127.0.0.1:12001")]
    [InlineData("web", "web=127.0.0.1:8080")]
    public void A_door_may_be_written_in_several_ways(string flag, string door)
    {
        var settings = Settings.From(from => from.Listen(flag));

        Assert.Empty(settings.Problems);
        Assert.Equal(door, Assert.Single(settings.Options.Listeners).ToString());
    }

    [Theory]
    [InlineData("text+tls=4443", "text+tls=127.0.0.1:4443")]
    [InlineData("TEXT+TLS=[::1]:4443", "text+tls=[::1]:4443")]
    [InlineData("web+tls=8443", "web+tls=127.0.0.1:8443")]
    public void A_door_may_speak_TLS(string flag, string door)
    {
        var settings = Settings.From(from =>
        {
            from.Listen(flag);
            from.Set("tls.certificate=cert.pem");
        });

        Assert.Empty(settings.Problems);
        var listener = Assert.Single(settings.Options.Listeners);
        Assert.True(listener.Tls);
        Assert.Equal(door, listener.ToString());
    }

    [Theory]
    [InlineData("", "--listen = ''")]
    [InlineData("=12000", "--listen = '=12000'")]
    [InlineData("relay=", "--listen = 'relay='")]
    [InlineData("relay=:12000", "--listen = 'relay=:12000'")]
    [InlineData("relay=::1", "--listen = 'relay=::1'")]
    [InlineData("relay=[::1", "--listen = 'relay=[::1'")]
    [InlineData("relay=[::1]12000", "--listen = 'relay=[::1]12000'")]
    [InlineData("telex", "listeners.0.dialect = 'telex' (--listen telex): expected text,")]
    [InlineData("text+ssl=1", "listeners.0.dialect = 'text+ssl' (--listen text+ssl=1): expected text,")]
    [InlineData("text+tls=1", "listeners: the door text+tls needs a certificate; expected its PEM file in tls.certificate")]
    [InlineData("relay=65536", "listeners.0.port = '65536' (--listen relay=65536): expected a whole number from 0")]
    [InlineData("relay=somewhere", "listeners.0.address = 'somewhere' (--listen relay=somewhere): expected an IP address")]
    [InlineData("relay=127.0.0.1:", "listeners.0.port = '' (--listen relay=127.0.0.1:): expected a whole number")]
    public void What_is_no_door_is_refused(string flag, string problem)
    {
        var settings = Settings.From(from => from.Listen(flag));

        Assert.StartsWith(problem, Assert.Single(settings.Problems), StringComparison.Ordinal);
    }
}
