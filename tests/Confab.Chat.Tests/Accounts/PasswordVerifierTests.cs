using System.Security.Cryptography;
using System.Text;
using Confab.Chat.Accounts;

namespace Confab.Chat.Tests.Accounts;

public sealed class PasswordVerifierTests
{
    // The exchange of RFC 7677 section 3.
    private const int Rounds = 4096;
    private const string Nonces = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private const string Exchange =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,r=" + Nonces + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=" + Nonces;

    private static readonly byte[] _salt = Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ==");
    private static readonly byte[] _salted = Salted("pencil");

    [Fact]
    public void The_keys_check_the_exchange_that_the_specification_prints()
    {
        var verifier = PasswordVerifier.FromSaltedPassword(_salted, _salt, Rounds);
        var exchange = Encoding.UTF8.GetBytes(Exchange);

        var signature = HMACSHA256.HashData(verifier.StoredKey.AsSpan(), exchange);
        var proof = Convert.FromBase64String("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        var clientKey = proof.Zip(signature, (left, right) => (byte)(left ^ right)).ToArray();

        Assert.Equal(verifier.StoredKey, SHA256.HashData(clientKey));
        Assert.Equal(
            "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
            Convert.ToBase64String(HMACSHA256.HashData(verifier.ServerKey.AsSpan(), exchange)));
    }

    [Fact]
    public void Only_the_password_it_was_made_of_matches()
    {
        var verifier = PasswordVerifier.FromSaltedPassword(_salted, _salt, Rounds);

        Assert.True(verifier.Matches(_salted));
        Assert.False(verifier.Matches(Salted("pencils")));
        Assert.False(verifier.Matches(new byte[PasswordVerifier.KeyBytes]));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var written = PasswordVerifier.FromSaltedPassword(_salted, _salt, Rounds).Write();

        Assert.StartsWith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$", written, StringComparison.Ordinal);
        Assert.True(PasswordVerifier.TryParse(written, out var read));
        Assert.Equal(written, read.Write());
        Assert.True(read.Matches(_salted));
    }

    [Fact]
    public void What_is_not_a_verifier_is_not_read()
    {
        var written = PasswordVerifier.FromSaltedPassword(_salted, _salt, Rounds).Write();
        string?[] others =
        [
            null, "", "pencil", "SCRAM-SHA-256$", written + ":", written + "$", written[..^2], written.Replace("256", "1", StringComparison.Ordinal),
            written.Replace("4096", "4095", StringComparison.Ordinal), written.Replace("4096", "10000001", StringComparison.Ordinal),
            written.Replace("4096", "-4096", StringComparison.Ordinal), written.Replace("W22ZaJ0S", "", StringComparison.Ordinal),
        ];

        foreach (var other in others)
        {
            Assert.False(PasswordVerifier.TryParse(other, out _), $"'{other}' was read");
        }
    }

    [Fact]
    public void Nothing_of_it_shows_when_it_is_put_into_a_sentence()
    {
        var verifier = PasswordVerifier.FromSaltedPassword(_salted, _salt, Rounds);

        Assert.Equal("(password verifier)", $"{verifier}");
    }

    [Fact]
    public void Keys_salts_and_rounds_out_of_bounds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PasswordVerifier.FromSaltedPassword(new byte[31], _salt, Rounds));
        Assert.Throws<ArgumentException>(() => PasswordVerifier.FromSaltedPassword(_salted, new byte[15], Rounds));
        Assert.Throws<ArgumentOutOfRangeException>(() => PasswordVerifier.FromSaltedPassword(_salted, _salt, 4095));
    }

    private static byte[] Salted(string password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, _salt, Rounds, HashAlgorithmName.SHA256, PasswordVerifier.KeyBytes);
}
