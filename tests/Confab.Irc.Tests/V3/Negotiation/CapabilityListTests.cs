namespace Confab.Irc.Tests.V3.Negotiation;

/// <summary>CAP LS and CAP LIST (capability-negotiation).</summary>
public sealed class CapabilityListTests
{
    // The CAP command: the client is an asterisk as long as it has no name.
    [Fact]
    public async Task LS_of_somebody_without_a_nickname_is_answered_to_an_asterisk()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var line = (await client.AskAsync("CAP LS")).One("CAP");
        Assert.Equal(["*", "LS"], line.Parameters.Take(2));
        Assert.Equal(3, line.Parameters.Count);
        Assert.Equal(IrcServer.Name, line.Source);
    }

    // The CAP LS subcommand: at any time, also after registration.
    [Fact]
    public async Task LS_after_registration_names_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal("alice", (await alice.AskAsync("CAP LS")).All("CAP")[0][0]);
    }

    // CAP LS Version: whoever gave none is told no values, and in the old syntax only.
    [Fact]
    public async Task LS_without_a_version_has_neither_values_nor_continuations()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var lines = (await client.AskAsync("CAP LS")).All("CAP");
        Assert.All(lines, line => Assert.Equal(3, line.Parameters.Count));
        Assert.All(lines, line => Assert.DoesNotContain("=", line.Last, StringComparison.Ordinal));
    }

    // CAP LS Version: versions below 302 know nothing of its features.
    [Theory]
    [InlineData("1")]
    [InlineData("301")]
    public async Task LS_of_an_old_version_has_no_values(string version)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var lines = (await client.AskAsync($"CAP LS {version}")).All("CAP");
        Assert.All(lines, line => Assert.DoesNotContain("=", line.Last, StringComparison.Ordinal));
    }

    // CAP LS Version: it is a number; of a higher one the server does what it can.
    [Theory]
    [InlineData("302")]
    [InlineData("303")]
    [InlineData("307")]
    [InlineData("9999")]
    public async Task LS_of_a_new_version_has_values(string version)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var listed = (await client.AskAsync($"CAP LS {version}")).Listed();
        Assert.Contains("PLAIN", listed["sasl"].Split(','));
    }

    // Multiline replies: all lines but the last have an asterisk before the list.
    [Fact]
    public async Task LS_302_marks_every_line_but_the_last_with_an_asterisk()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var lines = (await client.AskAsync("CAP LS 302")).All("CAP");
        Assert.All(lines.SkipLast(1), line => Assert.Equal(["*", "LS", "*"], line.Parameters.Take(3)));
        Assert.Equal(3, lines[^1].Parameters.Count);
    }

    // The CAP command: a capability is listed once.
    [Fact]
    public async Task Nothing_is_listed_twice()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var names = (await client.AskAsync("CAP LS")).All("CAP").SelectMany(line => line.Last.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain(names, name => name.StartsWith('-'));
    }

    // CAP LS Version: a lower version gets the lower answer, and changes nothing else.
    [Fact]
    public async Task LS_without_a_version_after_302_has_no_values_and_keeps_cap_notify()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302");
        var later = await client.AskAsync("CAP LS");
        Assert.All(later.Listed().Values, value => Assert.Equal("", value));
        Assert.Equal("NAK", (await client.AskAsync("CAP REQ :-cap-notify")).One("CAP")[1]);
    }

    // CAP LS Version: a higher version is stored whenever it comes.
    [Fact]
    public async Task LS_302_after_a_plain_LS_raises_the_version()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS");
        Assert.NotEqual("", (await client.AskAsync("CAP LS 302")).Listed()["sasl"]);
    }

    // RFC 1459 section 2.3: commands are without case; so are subcommands.
    [Fact]
    public async Task CAP_is_understood_in_small_letters()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Contains("batch", (await client.AskAsync("cap ls 302")).Listed().Keys);
    }

    // The CAP LIST subcommand: an empty parameter where nothing is enabled.
    [Fact]
    public async Task LIST_of_nothing_has_an_empty_list()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Equal(["*", "LIST", ""], (await client.AskAsync("CAP LIST")).One("CAP").Parameters);
    }

    // The CAP LIST subcommand: what is enabled on this connection.
    [Fact]
    public async Task LIST_has_what_was_requested()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("multi-prefix", "batch");
        Assert.Equal(["batch", "multi-prefix"], (await client.AskAsync("CAP LIST")).Listed("LIST").Keys.Order());
    }

    // Capability Values: only in LS and NEW.
    [Fact]
    public async Task LIST_has_no_values_even_for_302()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302");
        await client.RequestAsync("sasl");
        Assert.Equal("", (await client.AskAsync("CAP LIST")).Listed("LIST")["sasl"]);
    }

    // The CAP LIST subcommand, after registration.
    [Fact]
    public async Task LIST_after_registration_names_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "away-notify");
        Assert.Equal(["alice", "LIST", "away-notify"], (await alice.AskAsync("CAP LIST")).One("CAP").Parameters.Select(parameter => parameter.Trim()));
    }

    // The registry: everything ratified that a server can offer.
    [Theory]
    [InlineData("account-notify")]
    [InlineData("account-tag")]
    [InlineData("away-notify")]
    [InlineData("batch")]
    [InlineData("cap-notify")]
    [InlineData("chghost")]
    [InlineData("echo-message")]
    [InlineData("extended-join")]
    [InlineData("extended-monitor")]
    [InlineData("invite-notify")]
    [InlineData("labeled-response")]
    [InlineData("message-tags")]
    [InlineData("multi-prefix")]
    [InlineData("no-implicit-names")]
    [InlineData("sasl")]
    [InlineData("server-time")]
    [InlineData("setname")]
    [InlineData("standard-replies")]
    [InlineData("userhost-in-names")]
    [InlineData("draft/account-registration")]
    [InlineData("draft/chathistory")]
    [InlineData("draft/event-playback")]
    [InlineData("znc.in/playback")]
    public async Task What_is_offered_is_given(string capability)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Contains(capability, (await client.AskAsync("CAP LS 302")).Listed().Keys);
        Assert.Equal(["*", "ACK", capability], (await client.AskAsync($"CAP REQ {capability}")).One("CAP").Parameters.Select(parameter => parameter.Trim()));
    }
}
