namespace Confab.Irc.Tests.V3.Membership;

/// <summary>REGISTER and VERIFY (account-registration).</summary>
public sealed class AccountRegistrationTests
{
    private const string Capability = "draft/account-registration";

    // Capability: its value is a list of keys.
    [Fact]
    public async Task The_capability_says_that_registering_comes_before_connecting_and_needs_no_mail()
    {
        await using var server = await IrcServer.StartAsync();
        var keys = (await server.OfferedAsync())[Capability].Split(',').Select(key => key.Split('=')[0]).ToArray();
        Assert.Contains("before-connect", keys);
        Assert.DoesNotContain("email-required", keys);
    }

    // Responses: REGISTER SUCCESS with the account and a message.
    [Theory]
    [InlineData("*")]
    [InlineData("alice")]
    [InlineData("ALICE")]
    public async Task Ones_own_nickname_is_registered(string account)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var success = (await alice.AskAsync($"REGISTER {account} * {Accounts.Password}")).One("REGISTER");
        Assert.Equal("SUCCESS", success[0]);
        Assert.Equal("alice", success[1], ignoreCase: true);
        Assert.Equal(3, success.Parameters.Count);
    }

    // Responses: afterwards one is logged in, as by SASL.
    [Fact]
    public async Task Whoever_registers_is_logged_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var replies = await alice.AskAsync($"REGISTER * * {Accounts.Password}");
        Assert.Equal(["alice", "alice"], [replies.One("900")[0], replies.One("900")[2]]);
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    // Commands: an address may be given.
    [Fact]
    public async Task An_address_may_be_given()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        Assert.Equal("SUCCESS", (await alice.AskAsync($"REGISTER * alice@example.org {Accounts.Password}")).One("REGISTER")[0]);
    }

    // Commands: the password may have spaces.
    [Fact]
    public async Task A_password_may_have_spaces()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        await alice.AskAsync("REGISTER * * :four words of tea");
        await alice.LeaveAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("alice", "four words of tea"))).One("903");
    }

    // Commands: also without the capability, which only tells that it is there.
    [Fact]
    public async Task The_account_is_there_for_the_next_login()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var alice = await server.LogInAsync("alice", "alice");
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    // before-connect: between NICK and the end of registration.
    [Fact]
    public async Task It_works_before_connecting()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302", $"CAP REQ {Capability}", "NICK alice", "USER alice 0 * :Alice");
        var replies = await client.AskAsync($"REGISTER * * {Accounts.Password}");
        Assert.Equal(["SUCCESS", "alice"], replies.One("REGISTER").Parameters.Take(2));
        await client.SendAsync("CAP END");
        var burst = await client.ReadBurstAsync();
        Assert.Equal("001", burst[0].Command);
        Assert.Equal("alice", (await client.AskAsync("WHOIS alice")).One("330")[2]);
    }

    // NEED_NICK: an asterisk without a nickname.
    [Fact]
    public async Task Without_a_nickname_it_is_NEED_NICK()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync(Capability);
        var fail = (await client.AskAsync($"REGISTER * * {Accounts.Password}")).One("FAIL");
        Assert.Equal(["REGISTER", "NEED_NICK", "*"], fail.Parameters.Take(3));
        Assert.Equal(4, fail.Parameters.Count);
    }

    // ACCOUNT_EXISTS: somebody has it; told to those who have a nickname.
    [Fact]
    public async Task An_account_that_exists_is_ACCOUNT_EXISTS()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.AskAsync($"CAP REQ {Capability}", "NICK teapot");
        var replies = await client.AskAsync($"REGISTER * * {Accounts.Password}");
        var fail = replies.One("FAIL");
        Assert.Equal("REGISTER", fail[0]);
        Assert.Contains(fail[1], (string[])["ACCOUNT_EXISTS", "NEED_NICK"]);
        replies.Lacks("REGISTER");
    }

    // ACCOUNT_NAME_MUST_BE_NICK, or custom-account-name.
    [Fact]
    public async Task Another_name_than_ones_own_needs_custom_account_name()
    {
        await using var server = await IrcServer.StartAsync();
        var isFree = (await server.OfferedAsync())[Capability].Split(',').Contains("custom-account-name");
        var alice = await server.RegisterAsync("alice", Capability);
        var replies = await alice.AskAsync($"REGISTER kettle * {Accounts.Password}");
        if (isFree)
        {
            Assert.Equal(["SUCCESS", "kettle"], replies.One("REGISTER").Parameters.Take(2));
        }
        else
        {
            Assert.Equal(["REGISTER", "ACCOUNT_NAME_MUST_BE_NICK", "kettle"], replies.One("FAIL").Parameters.Take(3));
        }
    }

    // ACCOUNT_EXISTS by another's name, where such names may be asked for at all.
    [Fact]
    public async Task The_name_of_anothers_account_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.RegisterAsync("alice", Capability);
        var fail = (await alice.AskAsync($"REGISTER teapot * {Accounts.Password}")).One("FAIL");
        Assert.Contains(fail[1], (string[])["ACCOUNT_EXISTS", "ACCOUNT_NAME_MUST_BE_NICK"]);
        Assert.Equal("teapot", fail[2]);
    }

    // BAD_ACCOUNT_NAME: what can be no name.
    [Theory]
    [InlineData("#room")]
    [InlineData("a,b")]
    [InlineData("a!b")]
    [InlineData("a@b")]
    public async Task What_can_be_no_name_is_refused(string name)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var fail = (await alice.AskAsync($"REGISTER {name} * {Accounts.Password}")).One("FAIL");
        Assert.Contains(fail[1], (string[])["BAD_ACCOUNT_NAME", "ACCOUNT_NAME_MUST_BE_NICK"]);
    }

    // ALREADY_AUTHENTICATED: one account at a time.
    [Fact]
    public async Task Somebody_logged_in_is_ALREADY_AUTHENTICATED()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Capability);
        var fail = (await alice.AskAsync($"REGISTER * * {Accounts.Password}")).One("FAIL");
        Assert.Equal(["REGISTER", "ALREADY_AUTHENTICATED", "alice"], fail.Parameters.Take(3));
    }

    // WEAK_PASSWORD and UNACCEPTABLE_PASSWORD: nothing at all is no password.
    [Fact]
    public async Task An_empty_password_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var replies = await alice.AskAsync("REGISTER * * :");
        Assert.Contains(replies.One("FAIL")[1], (string[])["WEAK_PASSWORD", "UNACCEPTABLE_PASSWORD"]);
        replies.Lacks("REGISTER");
    }

    // INVALID_EMAIL: what is no address.
    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        Assert.Equal(["REGISTER", "INVALID_EMAIL"], (await alice.AskAsync($"REGISTER * nonsense {Accounts.Password}")).One("FAIL").Parameters.Take(2));
    }

    // Modern IRC, 461: all three parameters are needed.
    [Theory]
    [InlineData("REGISTER")]
    [InlineData("REGISTER *")]
    [InlineData("REGISTER * *")]
    public async Task Missing_parameters_are_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var reply = Assert.Single(await alice.AskAsync(line));
        Assert.True(reply.Command == "461" || (reply.Command == "FAIL" && reply[1] == "NEED_MORE_PARAMS"), reply.Raw);
    }

    // VERIFY: nothing waits to be verified here.
    [Fact]
    public async Task VERIFY_of_nothing_is_INVALID_CODE()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var fail = (await alice.AskAsync("VERIFY alice 12345")).One("FAIL");
        Assert.Equal(["VERIFY", "INVALID_CODE", "alice"], fail.Parameters.Take(3));
    }

    // VERIFY: not for those who are logged in.
    [Fact]
    public async Task VERIFY_of_somebody_logged_in_is_ALREADY_AUTHENTICATED()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Capability);
        Assert.Equal(["VERIFY", "ALREADY_AUTHENTICATED", "alice"], (await alice.AskAsync("VERIFY alice 12345")).One("FAIL").Parameters.Take(3));
    }

    // Settings: registration may be closed.
    [Fact]
    public async Task Where_registration_is_off_it_is_not_offered()
    {
        await using var server = await IrcServer.StartAsync(("accounts.registration", "off"));
        Assert.DoesNotContain(Capability, (await server.OfferedAsync()).Keys);
        var alice = await server.RegisterAsync("alice");
        (await alice.AskAsync($"REGISTER * * {Accounts.Password}")).Lacks("REGISTER", "900");
    }

    // Server considerations: PASS is not got round by registering early.
    [Fact]
    public async Task The_servers_own_password_is_needed_all_the_same()
    {
        await using var server = await IrcServer.StartAsync(("irc.password", "open-sesame"));
        var client = await server.ConnectAsync();
        await client.AskAsync($"CAP REQ {Capability}", "NICK alice", "USER alice 0 * :Alice");
        (await client.AskAsync($"REGISTER * * {Accounts.Password}")).Lacks("001");
        await client.SendAsync("CAP END");
        Assert.DoesNotContain(await client.ReadToEndAsync(), line => line.Command == "001");
    }
}
