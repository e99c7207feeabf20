namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>Away before anything else (pre-away).</summary>
public sealed class PreAwayDraftTests
{
    private const string Capability = "draft/pre-away";

    // Implementation: accepted before registration.
    [Theory]
    [InlineData("AWAY :Gone to lunch", "Gone to lunch")]
    [InlineData("AWAY *", "")]
    public async Task Somebody_may_be_away_from_the_beginning(string line, string told)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var bob = await server.RegisterAsync("bob");
        var alice = await server.ConnectAsync();
        await alice.RequestAsync(Capability);
        (await alice.AskAsync(line)).Lacks("451", "421");
        await alice.SendAsync("CAP END");
        await alice.RegisterAsync("alice");
        var away = (await bob.AskAsync("WHOIS alice")).One("301").Last;
        Assert.True(told.Length == 0 || away == told, away);
    }

    // Implementation: without a text one is here.
    [Fact]
    public async Task Without_a_text_one_is_here()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.ConnectAsync();
        await alice.RequestAsync(Capability);
        await alice.AskAsync("AWAY :soon", "AWAY");
        await alice.SendAsync("CAP END");
        await alice.RegisterAsync("alice");
        (await alice.AskAsync("WHOIS alice")).Lacks("301");
    }

    // Implementation: without the capability AWAY waits for registration.
    [Fact]
    public async Task Without_the_capability_it_is_451()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.ConnectAsync();
        (await alice.AskAsync("AWAY :soon")).One("451");
    }

    // Implementation: being away does not hide that somebody has come.
    [Fact]
    public async Task Coming_is_told_all_the_same()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("MONITOR + alice");
        var alice = await server.ConnectAsync();
        await alice.RequestAsync(Capability);
        await alice.AskAsync("AWAY *");
        await alice.SendAsync("CAP END");
        await alice.RegisterAsync("alice");
        (await bob.SyncAsync()).One("730");
    }
}
