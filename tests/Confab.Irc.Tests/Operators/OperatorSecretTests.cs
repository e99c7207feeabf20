using System.Security.Cryptography;
using Confab.Chat.Accounts;

namespace Confab.Irc.Tests.Operators;

/// <summary>By what somebody becomes an operator.</summary>
public sealed class OperatorSecretTests
{
    [Fact]
    public async Task A_verifier_stands_for_the_password()
    {
        var salt = new byte[PasswordVerifier.SaltBytes];
        var key = Rfc2898DeriveBytes.Pbkdf2("kettle", salt, PasswordVerifier.LeastRounds, HashAlgorithmName.SHA256, PasswordVerifier.KeyBytes);
        var verifier = PasswordVerifier.FromSaltedPassword(key, salt, PasswordVerifier.LeastRounds).Write();
        await using var server = await IrcServer.StartAsync(("operators", $"boss:{verifier}"));
        var alice = await server.RegisterAsync("alice");

        (await alice.AskAsync("OPER boss wrong")).One("464");
        (await alice.AskAsync($"OPER boss {verifier}")).One("464");
        var replies = await alice.AskAsync("OPER boss kettle");

        Assert.Equal(["381", "MODE"], replies.Commands);
        Assert.Equal("MODE alice +o", replies[1].Said);
    }

    [Fact]
    public async Task Too_many_tries_are_refused_though_the_last_is_right()
    {
        await using var server = await IrcServer.StartAsync(("accounts.triesPerAccount", "2"));
        var alice = await server.RegisterAsync("alice");

        await alice.AskAsync("OPER operuser wrong", "OPER operuser wrong");

        (await alice.AskAsync("OPER operuser operpassword")).One("464");
    }

    [Fact]
    public async Task An_operator_who_is_one_is_told_so()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        Assert.Equal("381", Assert.Single(await alice.AskAsync("OPER operuser operpassword")).Command);
    }
}
