using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class LogInByCertificateTests
{
    private static readonly string _fingerprint = new('a', 64);

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_certificate_opens_the_account_it_was_added_to()
    {
        _chat.Reply<AccountSaved>(_chat.Registered("alice"), new AddCertificate(_fingerprint.ToUpperInvariant()));

        foreach (var wanted in new[] { null, "", "ALICE" })
        {
            var id = _chat.Connect("192.0.2.1", _fingerprint);
            Assert.Equal("alice", _chat.Reply<LoggedIn>(id, new LogInByCertificate(wanted)).Account.Name.Text);
            Assert.Equal("alice", _chat.State.AccountOf(id));
        }
    }

    [Fact]
    public void Who_registers_with_a_certificate_comes_back_with_it()
    {
        _chat.Get<LoggedIn>(_chat.Connect("192.0.2.1", _fingerprint), new RegisterAccount("alice", ChatUnderTest.Password));

        _chat.Reply<LoggedIn>(_chat.Connect("192.0.2.2", _fingerprint), new LogInByCertificate());
    }

    [Fact]
    public void Without_a_certificate_or_with_another_ones_nobody_comes_in()
    {
        _chat.Reply<AccountSaved>(_chat.Registered("alice"), new AddCertificate(_fingerprint));
        _chat.Registered("bob");

        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(_chat.Connect(), new LogInByCertificate("alice")));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect("192.0.2.1", new string('b', 64)), new LogInByCertificate()));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect("192.0.2.1", _fingerprint), new LogInByCertificate("bob")));
    }

    [Fact]
    public void Too_many_wrong_passwords_do_not_lock_the_owner_with_a_certificate_out()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 1);
        chat.Reply<AccountSaved>(chat.Registered("alice"), new AddCertificate(_fingerprint));
        chat.Denied(chat.Connect(), new LogIn("alice", "wrong"));

        chat.Reply<LoggedIn>(chat.Connect("192.0.2.1", _fingerprint), new LogInByCertificate());
    }
}
