namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>Keys and values of people and rooms (metadata, the second draft).</summary>
public sealed class MetadataDraftTests
{
    private const string Capability = "draft/metadata-2";

    // METADATA SET and GET.
    [Fact]
    public async Task A_value_is_set_and_got()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        var set = (await alice.AskAsync("METADATA * SET url :http://www.example.com")).One("761");
        Assert.Equal(["url", "*", "http://www.example.com"], set.Parameters.Skip(2));
        var batch = (await alice.AskAsync("METADATA * GET url blargh")).Batch("metadata");
        Assert.Equal(["761", "766"], batch.Lines.Select(line => line.Command));
        Assert.Equal("http://www.example.com", batch.Texts[0]);
    }

    // METADATA LIST: of others as well.
    [Fact]
    public async Task The_values_of_somebody_else_can_be_listed()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        var bob = await server.RegisterAsync("bob", "batch", Capability);
        await alice.AskAsync("METADATA * SET url :http://www.example.com");
        var line = Assert.Single((await bob.AskAsync("METADATA alice LIST")).Batch("metadata").Lines);
        Assert.Equal(["bob", "alice", "url", "*", "http://www.example.com"], line.Parameters);
    }

    // METADATA SET: without a value the key is removed.
    [Fact]
    public async Task A_value_is_removed()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        await alice.AskAsync("METADATA * SET url :http://www.example.com", "METADATA * SET url");
        Assert.Empty((await alice.AskAsync("METADATA * LIST")).Batch("metadata").Lines);
    }

    // METADATA CLEAR: everything.
    [Fact]
    public async Task All_values_are_removed()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        await alice.AskAsync("METADATA * SET url :one", "METADATA * SET avatar :two");
        Assert.Equal(2, (await alice.AskAsync("METADATA * CLEAR")).Batch("metadata").Lines.Count);
        Assert.Empty((await alice.AskAsync("METADATA * LIST")).Batch("metadata").Lines);
    }

    // METADATA SUB, SUBS and UNSUB.
    [Fact]
    public async Task Subscriptions_are_kept_and_ended()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        Assert.Equal(["avatar", "url"], Keys((await alice.AskAsync("METADATA * SUB avatar url")).All("770")));
        Assert.Equal(["avatar", "url"], Keys((await alice.AskAsync("METADATA * SUBS")).All("772")));
        Assert.Equal(["url"], Keys((await alice.AskAsync("METADATA * UNSUB url")).All("771")));
        Assert.Equal(["avatar"], Keys((await alice.AskAsync("METADATA * SUBS")).All("772")));
    }

    // Notifications: to those who subscribed and share a room.
    [Fact]
    public async Task A_change_is_told_to_those_who_subscribed()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", "batch", Capability);
        var bob = await server.EnterAsync("#room", "bob", "batch", Capability);
        var carol = await server.EnterAsync("#room", "carol", "batch", Capability);
        await bob.AskAsync("METADATA * SUB url");
        await carol.SyncAsync();
        await alice.AskAsync("METADATA * SET url :http://www.example.com");
        Assert.Equal(["alice", "url", "*", "http://www.example.com"], (await bob.SyncAsync()).One("METADATA").Parameters);
        (await carol.SyncAsync()).Lacks("METADATA");
    }

    // Keys and values: what is no key.
    [Theory]
    [InlineData("METADATA * SET $url$ :x")]
    [InlineData("METADATA * SUB $url")]
    [InlineData("METADATA * GET $url")]
    public async Task What_is_no_key_is_refused(string line)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        Assert.Contains((await alice.AskAsync(line)).One("FAIL")[1], (string[])["KEY_INVALID", "INVALID_KEY"]);
    }

    // METADATA SET: nobody changes what is somebody else's.
    [Theory]
    [InlineData("bob")]
    [InlineData("#room")]
    public async Task What_is_not_ones_own_stays(string target)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        await server.EnterAsync("#room", "bob");
        var alice = await server.EnterAsync("#room", "alice", "batch", Capability);
        Assert.Equal("KEY_NO_PERMISSION", (await alice.AskAsync($"METADATA {target} SET url :x")).One("FAIL")[1]);
    }

    // METADATA client command: targets and subcommands.
    [Theory]
    [InlineData("METADATA $a:user SET url :x", "INVALID_TARGET")]
    [InlineData("METADATA nobody LIST", "INVALID_TARGET")]
    [InlineData("METADATA * DESTROY", "SUBCOMMAND_INVALID INVALID_SUBCOMMAND INVALID_PARAMS")]
    public async Task What_is_not_there_is_refused(string line, string codes)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.RegisterAsync("alice", "batch", Capability);
        Assert.Contains((await alice.AskAsync(line)).One("FAIL")[1], codes.Split(' '));
    }

    private static IEnumerable<string> Keys(IEnumerable<IrcMessage> lines) =>
        lines.SelectMany(line => line.Parameters.Skip(1)).SelectMany(keys => keys.Split(' ')).Order();
}
