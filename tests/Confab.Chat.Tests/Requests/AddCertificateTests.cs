using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class AddCertificateTests
{
    private static readonly string _fingerprint = new('a', 64);

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_certificate_of_the_connection_is_added_without_being_named()
    {
        _chat.Registered("alice");
        var id = _chat.Connect("192.0.2.1", _fingerprint);
        _chat.Get<LoggedIn>(id, new LogIn("alice", ChatUnderTest.Password));
        _chat.Reply<SignedOnAs>(id, new SignOn("alice", Presence.Announced, AcceptOther: false));

        Assert.Equal([_fingerprint], _chat.Reply<AccountSaved>(id, new AddCertificate()).Account.CertificateFingerprints);
        Assert.Equal([_fingerprint], _chat.Reply<AccountSaved>(id, new AddCertificate()).Account.CertificateFingerprints);
    }

    [Fact]
    public void One_certificate_opens_one_account()
    {
        _chat.Reply<AccountSaved>(_chat.Registered("alice"), new AddCertificate(_fingerprint));

        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(_chat.Registered("bob"), new AddCertificate(_fingerprint)));
    }

    [Fact]
    public void What_is_no_fingerprint_is_refused()
    {
        var alice = _chat.Registered("alice");

        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(alice, new AddCertificate("abc")));
        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(alice, new AddCertificate()));
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new AddCertificate(_fingerprint)));
    }

    [Fact]
    public void An_account_has_a_bound_of_certificates()
    {
        var alice = _chat.Registered("alice");
        for (var i = 0; i < 32; i++)
        {
            _chat.Reply<AccountSaved>(alice, new AddCertificate(i.ToString("x64")));
        }

        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(alice, new AddCertificate(_fingerprint)));
    }
}
