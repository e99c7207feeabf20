namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>005 when one asks for it (extended-isupport), and what it may tell of a picture (network-icon).</summary>
public sealed class ExtendedIsupportDraftTests
{
    private const string Capability = "draft/extended-isupport";

    // The ISUPPORT command: before registration, in a batch.
    [Fact]
    public async Task The_tokens_come_before_registration_in_a_batch()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var client = await server.ConnectAsync();
        await client.RequestAsync("batch", Capability);
        var replies = await client.AskAsync("ISUPPORT");
        var batch = replies.Batch("draft/isupport");
        Assert.NotEmpty(batch.Lines);
        Assert.All(batch.Lines, line => Assert.Equal(("005", "*"), (line.Command, line[0])));
        Assert.Equal(batch.Lines.Count + 2, replies.Count);
    }

    // The batch: also those of the burst.
    [Fact]
    public async Task The_tokens_of_the_burst_are_in_a_batch_too()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.ConnectAsync();
        var burst = await alice.RegisterAsync("alice", "batch", Capability);
        Assert.All(burst.All("005"), line => Assert.Contains("batch", line.Tags.Keys));
    }

    // The ISUPPORT command: after registration, without batch, without capability.
    [Fact]
    public async Task The_tokens_can_be_asked_for_at_any_time()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.ConnectAsync();
        var burst = await alice.RegisterAsync("alice");
        var again = await alice.AskAsync("ISUPPORT");
        again.Lacks("BATCH");
        Assert.Equal(burst.All("005").Select(line => line.Said), again.All("005").Select(line => line.Said));
    }

    // network-icon: an address of an image, where there is one.
    [Fact]
    public async Task An_icon_is_an_address()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        if (!(await server.SupportedAsync()).All.TryGetValue("draft/ICON", out var icon))
        {
            Assert.Skip("The server has no icon.");
        }

        Assert.True(Uri.TryCreate(icon, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps, icon);
    }
}
