using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Services;

public sealed class NickServTests
{
    private const string Service = "NickServ";

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Help_lists_every_command_and_explains_each()
    {
        var tom = _chat.Enter("tom");
        var lines = _chat.Say(tom, Service, "help");

        foreach (var command in new[] { "REGISTER", "IDENTIFY", "LOGOUT", "INFO", "GROUP", "UNGROUP", "GHOST", "REGAIN", "SET", "PASSWD", "CERT", "DROP", "LIST", "SUSPEND", "UNSUSPEND" })
        {
            Assert.Contains(lines, line => line.StartsWith(command, StringComparison.Ordinal));
            Assert.StartsWith($"Usage: {command}", _chat.Say(tom, Service, $"HELP {command}")[0], StringComparison.Ordinal);
        }

        Assert.Contains("HELP", Assert.Single(_chat.Say(tom, Service, "what?")), StringComparison.Ordinal);
        Assert.Contains("no such command", Assert.Single(_chat.Say(tom, Service, "help nonsense")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REGISTER")]
    [InlineData("IDENTIFY")]
    [InlineData("IDENTIFY a b c")]
    [InlineData("SET NONSENSE on")]
    [InlineData("CERT NONSENSE")]
    [InlineData("GHOST")]
    [InlineData("SUSPEND")]
    public void What_makes_no_sense_is_answered_with_the_usage(string text) =>
        Assert.StartsWith("Usage: ", Assert.Single(_chat.Say(_chat.Enter("tom"), Service, text)), StringComparison.Ordinal);

    [Fact]
    public void Somebody_registers_leaves_and_comes_back()
    {
        var alice = _chat.Enter("alice");
        Assert.Contains("registered", Assert.Single(_chat.Say(alice, Service, "register tea-time alice@example.org")), StringComparison.Ordinal);
        Assert.Equal("alice@example.org", _chat.State.Accounts.Find("alice")!.Email);
        Assert.Equal(["You are logged out of alice."], _chat.Say(alice, Service, "logout"));

        Assert.Equal(["The account or the password is wrong. Check both."], _chat.Say(alice, Service, "identify alice milk"));
        Assert.Equal(["You are logged in as alice."], _chat.Say(alice, Service, "IDENTIFY alice tea-time"));
    }

    [Fact]
    public void A_password_is_changed_only_by_who_knows_it()
    {
        var alice = _chat.Enter("alice");
        _chat.Say(alice, Service, "REGISTER old");

        Assert.Contains("wrong", Assert.Single(_chat.Say(alice, Service, "PASSWD guess new")), StringComparison.Ordinal);
        Assert.Contains("changed", Assert.Single(_chat.Say(alice, Service, "SET PASSWORD old new")), StringComparison.Ordinal);
        _chat.Get<LoggedIn>(_chat.Connect(), new LogIn("alice", "new"));
    }

    [Fact]
    public void Choices_are_set_and_shown_to_their_owner_only()
    {
        var alice = _chat.Registered("alice");
        _chat.Say(alice, Service, "SET ALWAYSON on");
        _chat.Say(alice, Service, "SET EMAIL a@example.org");

        Assert.True(_chat.State.Accounts.Find("alice")!.AlwaysOn);
        Assert.Contains(_chat.Say(alice, Service, "INFO"), line => line.Contains("a@example.org", StringComparison.Ordinal));
        Assert.DoesNotContain(_chat.Say(_chat.Enter("tom"), Service, "INFO alice"), line => line.Contains("a@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Certificates_are_added_listed_and_removed()
    {
        var alice = _chat.Registered("alice");
        var fingerprint = new string('a', 64);

        _chat.Say(alice, Service, $"CERT ADD {fingerprint}");
        Assert.Equal([fingerprint], _chat.Say(alice, Service, "CERT LIST"));
        _chat.Say(alice, Service, $"CERT DEL {fingerprint}");
        Assert.Equal(["No certificate opens your account."], _chat.Say(alice, Service, "CERT LIST"));
    }

    [Fact]
    public void Further_nicknames_belong_to_an_account()
    {
        var alice = _chat.Registered("alice");
        _chat.Reply<Renamed>(alice, new Rename("ally"));

        _chat.Say(alice, Service, "GROUP");
        Assert.Contains("Nicknames: alice, ally", _chat.Say(alice, Service, "INFO"));
        _chat.Say(alice, Service, "UNGROUP ally");
        Assert.Contains("Nicknames: alice", _chat.Say(alice, Service, "INFO"));
    }

    [Fact]
    public void A_nickname_is_taken_back_from_a_forgotten_session()
    {
        _chat.Registered("alice");
        var here = _chat.Enter("alice_");
        _chat.Say(here, Service, $"IDENTIFY alice wrong");
        _chat.Get<LoggedIn>(here, new LogIn("alice", ChatUnderTest.Password));

        var decision = _chat.Run(here, new SendPrivateMessage(Service, "REGAIN alice"));

        Assert.Single(decision.Events.OfType<SessionEnded>());
        Assert.Equal("alice", _chat.NicknameOf(here));
        Assert.Contains("alice", decision.Events.OfType<PrivateMessagePosted>().Single().Message.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_dropped_with_the_code_that_is_told()
    {
        var alice = _chat.Registered("alice");
        var code = _chat.Say(alice, Service, "DROP")[1].Split(' ').Single(word => word.Length == 8 && word.All(char.IsAsciiHexDigit));

        Assert.Equal(["The account alice is no more."], _chat.Say(alice, Service, $"DROP {code}"));
    }

    [Fact]
    public void Those_who_look_after_accounts_list_and_suspend_them()
    {
        _chat.Registered("alice");
        var oper = _chat.Oper();

        _chat.Say(oper, Service, "SUSPEND alice too loud");
        Assert.Equal(["alice (suspended: too loud)", "1 of 1 accounts."], _chat.Say(oper, Service, "LIST"));
        _chat.Say(oper, Service, "UNSUSPEND alice");
        Assert.Null(_chat.State.Accounts.Find("alice")!.Suspended);
        Assert.Contains("Only those", Assert.Single(_chat.Say(_chat.Enter("tom"), Service, "LIST")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_can_be_made_to_look_after_others()
    {
        var alice = _chat.Registered("alice");
        _chat.State.RestoreRecord(new RecordChange("account", "alice", """{"name":"alice","created":"2026-01-01T00:00:00Z","administrator":true}"""));

        Assert.Equal(["alice", "1 of 1 accounts."], _chat.Say(alice, Service, "LIST *"));
    }
}
