namespace Confab.Irc.Tests.V3.Authentication;

/// <summary>AUTHENTICATE around its mechanisms (sasl-3.1, sasl-3.2).</summary>
public sealed class SaslExchangeTests
{
    // sasl-3.2, Mechanism list in CAP LS: separated by commas.
    [Fact]
    public async Task The_value_of_the_capability_lists_the_mechanisms()
    {
        await using var server = await IrcServer.StartAsync();
        var mechanisms = (await server.OfferedAsync())["sasl"].Split(',');
        Assert.Superset(new HashSet<string> { "PLAIN", "SCRAM-SHA-256" }, mechanisms.ToHashSet());
        Assert.All(mechanisms, mechanism => Assert.Matches("^[A-Z0-9_-]+$", mechanism));
    }

    // Numerics, 908 and 904: a mechanism that is not there.
    [Theory]
    [InlineData("NONSENSE")]
    [InlineData("CRAM-MD5")]
    public async Task An_unknown_mechanism_is_904_with_the_list(string mechanism)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var replies = await client.AskAsync($"AUTHENTICATE {mechanism}");
        replies.One("904");
        Assert.Contains("PLAIN", replies.One("908")[1].Split(','));
        Assert.Equal(3, replies.One("908").Parameters.Count);
    }

    // Numerics, 908: the list is that of the capability.
    [Fact]
    public async Task The_list_of_908_is_that_of_the_capability()
    {
        await using var server = await IrcServer.StartAsync();
        var offered = (await server.OfferedAsync())["sasl"];
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        Assert.Equal(offered, (await client.AskAsync("AUTHENTICATE NONSENSE")).One("908")[1]);
    }

    // Mechanisms are named in any case.
    [Fact]
    public async Task A_mechanism_may_be_written_in_small_letters()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        Assert.Equal("AUTHENTICATE +", (await client.AskAsync("AUTHENTICATE plain")).One("AUTHENTICATE").Said);
    }

    // The AUTHENTICATE command: an asterisk aborts.
    [Theory]
    [InlineData("PLAIN")]
    [InlineData("SCRAM-SHA-256")]
    public async Task An_asterisk_aborts(string mechanism)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync($"AUTHENTICATE {mechanism}");
        Assert.Equal(["906"], (await client.AskAsync("AUTHENTICATE *")).Commands);
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password))).One("903");
    }

    // The AUTHENTICATE command: aborted between two chunks.
    [Fact]
    public async Task An_asterisk_aborts_between_two_chunks()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("AUTHENTICATE PLAIN", $"AUTHENTICATE {new string('A', 400)}");
        (await client.AskAsync("AUTHENTICATE *")).One("906");
    }

    // Numerics, 906: nothing to abort is an abort all the same.
    [Fact]
    public async Task An_asterisk_without_an_exchange_is_906()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AskAsync("AUTHENTICATE *")).One("906");
    }

    // The AUTHENTICATE command: registration in the middle aborts, and goes on without.
    [Fact]
    public async Task END_in_the_middle_aborts_and_registers()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("NICK alice", "USER alice 0 * :Alice", "AUTHENTICATE PLAIN");
        await client.SendAsync("CAP END");
        var burst = await client.ReadBurstAsync();
        Assert.Equal(["906", "001"], burst.Commands.Take(2));
    }

    // The AUTHENTICATE command: the capability must be enabled first.
    [Fact]
    public async Task Without_the_capability_nobody_is_logged_in()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302");
        var replies = await client.AskAsync("AUTHENTICATE PLAIN", $"AUTHENTICATE {Sasl.Base64(Sasl.Plain("teapot", Accounts.Password))}");
        replies.Lacks("900", "903");
        Assert.NotEmpty(replies);
    }

    // sasl-3.1: after success AUTHENTICATE is 907; sasl-3.2: unless the server lets one change accounts.
    [Fact]
    public async Task After_success_one_may_log_in_anew_or_is_told_907()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        await server.AddAccountAsync("kettle");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        var again = await client.AskAsync("AUTHENTICATE PLAIN");
        if (again.All("907").Count == 0)
        {
            Assert.Equal("+", again.One("AUTHENTICATE").Last);
            var replies = await client.AskAsync([.. Sasl.Lines(Sasl.Plain("kettle", Accounts.Password))]);
            Assert.Equal("kettle", replies.One("900")[2]);
        }
    }

    // sasl-3.2, SASL Reauthentication: at any time.
    [Fact]
    public async Task Somebody_registered_may_log_in()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.RegisterAsync("alice", "sasl");
        var replies = await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        Assert.Equal(["alice", "teapot"], [replies.One("900")[0], replies.One("900")[2]]);
        Assert.Equal("alice", replies.One("903")[0]);
        Assert.Equal(["alice", "alice", "teapot"], (await alice.AskAsync("WHOIS alice")).One("330").Parameters.Take(3));
    }

    // sasl-3.2, SASL Reauthentication: a failure changes nothing.
    [Fact]
    public async Task A_failure_after_registration_leaves_things_as_they_were()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        var replies = await alice.AskAsync("AUTHENTICATE PLAIN");
        if (replies.All("907").Count == 0)
        {
            (await alice.AskAsync([.. Sasl.Lines(Sasl.Plain("alice", "wrong"))])).One("904");
        }

        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    // Modern IRC, 461: a parameter is needed.
    [Fact]
    public async Task Without_a_parameter_it_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        Assert.Equal("AUTHENTICATE", (await client.AskAsync("AUTHENTICATE")).One("461")[1]);
    }

    // sasl-3.2: many failures are answered, and bounded.
    [Fact]
    public async Task Many_failures_are_each_answered_until_the_server_has_enough()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        for (var i = 0; i < 3; i++)
        {
            (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", $"wrong-{i}"))).One("904");
        }
    }

    // labeled-response: the whole exchange may be labeled.
    [Fact]
    public async Task The_last_answer_carries_the_label()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.RegisterAsync("alice", "sasl", "labeled-response", "batch");
        Assert.Equal("one", (await alice.AskAsync("@label=one AUTHENTICATE PLAIN")).One("AUTHENTICATE").Tags["label"]);
        var response = Sasl.Lines(Sasl.Plain("teapot", Accounts.Password)).Single();
        var batch = (await alice.AskAsync($"@label=two {response}")).Batch("labeled-response");
        Assert.Equal("two", batch.Start.Tags["label"]);
        Assert.Equal(["900", "903"], batch.Lines.Select(line => line.Command));
    }
}
