using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class BeginLogInTests
{
    [Fact]
    public void A_dialect_is_given_what_checks_the_proof()
    {
        var chat = new ChatUnderTest();
        chat.Registered("alice");

        var offered = chat.Reply<LoginOffered>(chat.Connect(), new BeginLogIn("ALICE"));

        Assert.Same(chat.State.Accounts.Find("alice")!.Verifier, offered.Verifier);
    }

    [Fact]
    public void Nobody_can_tell_an_account_that_does_not_exist()
    {
        var chat = new ChatUnderTest();

        var offered = chat.Reply<LoginOffered>(chat.Connect(), new BeginLogIn("nobody")).Verifier;

        Assert.Equal(offered.Write(), chat.Reply<LoginOffered>(chat.Connect(), new BeginLogIn("nobody")).Verifier.Write());
        Assert.Equal(chat.State.Options.Accounts.HashRounds, offered.Rounds);
    }

    [Fact]
    public void Nor_by_asking_again_after_a_restart()
    {
        var chat = new ChatUnderTest();
        var before = chat.Reply<LoginOffered>(chat.Connect(), new BeginLogIn("nobody")).Verifier;

        var after = chat.Restart();

        Assert.Equal(before.Write(), after.Reply<LoginOffered>(after.Connect(), new BeginLogIn("nobody")).Verifier.Write());
    }

    [Fact]
    public void A_flood_of_names_and_addresses_is_forgotten_from_its_beginning()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 1);
        var first = chat.Connect("192.0.2.1", fingerprint: null);
        chat.Reply<LoginOffered>(first, new BeginLogIn("first"));
        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(first, new BeginLogIn("first")));

        for (var i = 0; i < 16_384; i++)
        {
            chat.Reply<LoginOffered>(chat.Connect($"10.1.{i / 256}.{i % 256}", fingerprint: null), new BeginLogIn($"name{i}"));
        }

        chat.Reply<LoginOffered>(first, new BeginLogIn("first"));
        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(first, new BeginLogIn("name16383")));
    }

    [Fact]
    public void Tries_share_the_bound_of_passwords()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 2);
        chat.Registered("alice");
        chat.Reply<LoginOffered>(chat.Connect(), new BeginLogIn("alice"));
        chat.Denied(chat.Connect(), new LogIn("alice", "wrong"));

        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(chat.Connect(), new BeginLogIn("alice")));
        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(chat.Connect(), new LogIn("alice", ChatUnderTest.Password)));
    }
}
