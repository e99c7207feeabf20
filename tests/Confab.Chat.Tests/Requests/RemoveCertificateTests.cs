using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class RemoveCertificateTests
{
    private static readonly string _fingerprint = new('a', 64);

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_removed_certificate_opens_nothing()
    {
        var alice = _chat.Registered("alice");
        _chat.Reply<AccountSaved>(alice, new AddCertificate(_fingerprint));

        Assert.Empty(_chat.Reply<AccountSaved>(alice, new RemoveCertificate(_fingerprint)).Account.CertificateFingerprints);

        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect("192.0.2.1", _fingerprint), new LogInByCertificate()));
        Assert.Equal(RefusalCode.LoginFailed, RestartedCode());
    }

    [Fact]
    public void A_certificate_that_is_not_there_cannot_be_removed()
    {
        Assert.Equal(RefusalCode.CertificateInvalid, _chat.Denied(_chat.Registered("alice"), new RemoveCertificate(_fingerprint)));
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new RemoveCertificate(_fingerprint)));
    }

    private RefusalCode RestartedCode()
    {
        var after = _chat.Restart();
        return after.Denied(after.Connect("192.0.2.1", _fingerprint), new LogInByCertificate());
    }
}
