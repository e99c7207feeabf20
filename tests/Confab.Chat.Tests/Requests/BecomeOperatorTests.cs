using System.Security.Cryptography;
using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class BecomeOperatorTests
{
    private const string Secret = "six sugars";

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_password_of_the_settings_makes_an_operator()
    {
        var tom = _chat.Enter("tom");

        var decision = _chat.Run(tom, new BecomeOperator("boss", Secret, Secret));

        Assert.IsType<Done>(decision.Reply);
        Assert.Equal(UserModes.ServerOperator, Assert.IsType<UserModesChanged>(Assert.Single(decision.Events)).Added);
        Assert.True(_chat.Session(tom).IsServerOperator);
    }

    [Fact]
    public void A_verifier_in_the_settings_is_as_good()
    {
        var salt = new byte[PasswordVerifier.SaltBytes];
        var key = Rfc2898DeriveBytes.Pbkdf2(Secret, salt, PasswordVerifier.LeastRounds, HashAlgorithmName.SHA256, PasswordVerifier.KeyBytes);
        var written = PasswordVerifier.FromSaltedPassword(key, salt, PasswordVerifier.LeastRounds).Write();

        _chat.Get<Done>(_chat.Enter("tom"), new BecomeOperator("boss", Secret, written));

        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Enter("ann"), new BecomeOperator("boss", written, written)));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Enter("eve"), new BecomeOperator("boss", "SCRAM-SHA-256$", "SCRAM-SHA-256$")));
    }

    [Fact]
    public void An_account_that_is_an_administrators_is_as_good_and_no_other()
    {
        _chat.Registered("ann");
        _chat.State.Save(_chat.State.Accounts.Find("ann")! with { IsAdministrator = true });
        _chat.Registered("tom");

        _chat.Get<Done>(_chat.Enter("eve"), new BecomeOperator("ann", ChatUnderTest.Password, null));

        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Enter("eva"), new BecomeOperator("tom", ChatUnderTest.Password, null)));
        _chat.State.Save(_chat.State.Accounts.Find("ann")! with { Suspended = "gone" });
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Enter("ewa"), new BecomeOperator("ann", ChatUnderTest.Password, null)));
    }

    [Theory]
    [InlineData("wrong", Secret)]
    [InlineData("", Secret)]
    [InlineData("SIX SUGARS", Secret)]
    [InlineData(Secret, null)]
    public void Anything_else_is_refused_in_the_same_words(string password, string? secret) =>
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Enter("tom"), new BecomeOperator("boss", password, secret)));

    [Fact]
    public void Tries_are_counted()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 2);
        var tom = chat.Enter("tom");
        chat.Denied(tom, new BecomeOperator("boss", "wrong", Secret));
        chat.Denied(tom, new BecomeOperator("boss", "wrong", Secret));

        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(tom, new BecomeOperator("boss", Secret, Secret)));
    }

    [Fact]
    public void Whoever_stays_without_a_session_is_no_operator_any_more()
    {
        var ann = _chat.Registered("ann");
        _chat.Reply<AccountSaved>(ann, new SetAccountOption(AccountOption.AlwaysOn, "on"));
        _chat.Get<Done>(ann, new BecomeOperator("boss", Secret, Secret));

        _chat.Reply<Goodbye>(ann, new SignOff(null));

        Assert.False(_chat.State.FindUser("ann")!.IsServerOperator);
    }

    [Fact]
    public void A_password_is_not_written_anywhere() =>
        Assert.DoesNotContain("sugars", new BecomeOperator("boss", Secret, Secret).ToString(), StringComparison.Ordinal);
}
