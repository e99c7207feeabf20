using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Confab.Irc.Tests.V3.Authentication;

/// <summary>Logging in by a token of the configured issuer (RFC 7628).</summary>
public sealed class SaslBearerTests : IDisposable
{
    private const string Issuer = "https://id.example";
    private const string Audience = "chat";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"confab-keys-{Guid.NewGuid():N}.json");

    public SaslBearerTests()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        File.WriteAllText(
            _file,
            $$"""{"keys":[{"kty":"EC","kid":"k","crv":"P-256","x":"{{Base64Url.EncodeToString(key.Q.X)}}","y":"{{Base64Url.EncodeToString(key.Q.Y)}}"}]}""");
    }

    public void Dispose()
    {
        _key.Dispose();
        File.Delete(_file);
    }

    // Section 3.1: the token is all that the client says; whoever comes first gets an account.
    [Fact]
    public async Task A_token_of_the_issuer_is_900_and_903_and_the_same_account_every_time()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 2; i++)
        {
            var client = await server.ConnectAsync();
            await client.RequestAsync("sasl");
            var replies = await client.AuthenticateAsync("OAUTHBEARER", Bearer(Token(Audience, TimeSpan.FromHours(1))));
            Assert.Equal(["AUTHENTICATE", "900", "903"], replies.Commands);
            Assert.Equal("teapot", replies.One("900")[2]);
        }
    }

    // Section 3.2.2 and 3.2.3: the failure is told, and ends once the client has said that it knows.
    [Theory]
    [InlineData("another-service", 3600)]
    [InlineData(Audience, -3600)]
    public async Task A_token_for_another_or_of_the_past_is_refused(string audience, int seconds)
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var told = await client.AuthenticateAsync("OAUTHBEARER", Bearer(Token(audience, TimeSpan.FromSeconds(seconds))));
        Assert.Contains("invalid_token", Sasl.Decode(told[^1]), StringComparison.Ordinal);
        Assert.Equal(["904"], (await client.AskAsync("AUTHENTICATE AQ==")).Commands);
    }

    // sasl-3.2: what is not configured is not offered.
    [Fact]
    public async Task Without_keys_it_is_not_offered()
    {
        await using var server = await IrcServer.StartAsync();
        Assert.DoesNotContain("OAUTHBEARER", (await server.OfferedAsync())["sasl"], StringComparison.Ordinal);
    }

    private static string Bearer(string token) => $"n,,\u0001auth=Bearer {token}\u0001\u0001";

    private Task<IrcServer> StartAsync() =>
        IrcServer.StartAsync(("accounts.tokenKeys", _file), ("accounts.tokenIssuer", Issuer), ("accounts.tokenAudience", Audience));

    private string Token(string audience, TimeSpan lives)
    {
        var expires = (DateTimeOffset.UtcNow + lives).ToUnixTimeSeconds();
        var head = Encode("""{"alg":"ES256","kid":"k"}""");
        var body = Encode($$"""{"iss":"{{Issuer}}","aud":"{{audience}}","sub":"17","preferred_username":"teapot","exp":{{expires}}}""");
        var signature = _key.SignData(
            Encoding.UTF8.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{head}.{body}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
