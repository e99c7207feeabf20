using Confab.Protocols.Sasl;

namespace Confab.Protocols.Tests.Sasl;

public sealed class JsonWebTokenTests
{
    private const string Good = """{"iss":"https://id.example","aud":["x","chat"],"sub":"42","preferred_username":"ada","exp":1000,"nbf":900,"n":7}""";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(950);
    private static readonly JsonWebTokenRules Rules = new("https://id.example", "chat") { Skew = TimeSpan.FromSeconds(10) };

    // Keys take long to make and do not change.
    private static readonly TokenIssuer Issuer = new();

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    public void A_token_of_a_known_key_is_accepted_and_tells_its_claims(string algorithm)
    {
        Assert.Equal(JsonWebTokenFault.None, Verify(Issuer.Sign(algorithm, Good), out var token));
        Assert.Equal("42", token!.Subject);
        Assert.Equal("ada", token.PreferredUsername);
        Assert.Equal("https://id.example", token.Issuer);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1000), token.Expires);
        Assert.Null(token.Text("n"));
        Assert.Null(token.Text("missing"));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    public void A_token_that_was_changed_is_refused(string algorithm)
    {
        var parts = Issuer.Sign(algorithm, Good).Split('.');
        var other = Issuer.Sign(algorithm, Good.Replace("ada", "eve", StringComparison.Ordinal)).Split('.');
        Assert.Equal(JsonWebTokenFault.BadSignature, Verify($"{parts[0]}.{other[1]}.{parts[2]}", out var token));
        Assert.Null(token);
        Assert.Equal(JsonWebTokenFault.BadSignature, Verify($"{parts[0]}.{parts[1]}.", out _));
        Assert.Equal(JsonWebTokenFault.BadSignature, Verify($"{parts[0]}.{parts[1]}.AAAA", out _));
    }

    [Theory]
    [InlineData(@"""exp"":940", JsonWebTokenFault.Expired)]
    [InlineData(@"""exp"":941", JsonWebTokenFault.None)]
    [InlineData(@"""exp"":940.5", JsonWebTokenFault.None)]
    [InlineData(@"""exp"":""1000""", JsonWebTokenFault.Malformed)]
    [InlineData(@"""exp"":-1", JsonWebTokenFault.Malformed)]
    [InlineData(@"""exp"":1e300", JsonWebTokenFault.Malformed)]
    [InlineData(@"""x"":1", JsonWebTokenFault.Expired)]
    [InlineData(@"""exp"":1000,""nbf"":960", JsonWebTokenFault.None)]
    [InlineData(@"""exp"":1000,""nbf"":961", JsonWebTokenFault.NotYetValid)]
    [InlineData(@"""exp"":1000,""nbf"":null", JsonWebTokenFault.Malformed)]
    public void The_times_are_checked_with_the_allowed_skew(string times, JsonWebTokenFault fault) =>
        Assert.Equal(fault, Verify(Issuer.Sign("ES256", $$"""{"iss":"https://id.example","aud":"chat",{{times}}}"""), out _));

    [Theory]
    [InlineData(@"""iss"":""https://id.example"",""aud"":""chat""", JsonWebTokenFault.None)]
    [InlineData(@"""iss"":""https://id.example/"",""aud"":""chat""", JsonWebTokenFault.WrongIssuer)]
    [InlineData(@"""aud"":""chat""", JsonWebTokenFault.WrongIssuer)]
    [InlineData(@"""iss"":[""https://id.example""],""aud"":""chat""", JsonWebTokenFault.WrongIssuer)]
    [InlineData(@"""iss"":""https://id.example"",""aud"":""Chat""", JsonWebTokenFault.WrongAudience)]
    [InlineData(@"""iss"":""https://id.example"",""aud"":[""a"",1,null]", JsonWebTokenFault.WrongAudience)]
    [InlineData(@"""iss"":""https://id.example""", JsonWebTokenFault.WrongAudience)]
    [InlineData(@"""iss"":""\ud800"",""aud"":""chat""", JsonWebTokenFault.WrongIssuer)]
    [InlineData(@"""iss"":""https://id.example"",""aud"":[""\ud800""]", JsonWebTokenFault.WrongAudience)]
    [InlineData(@"""\ud800"":1,""iss"":""https://id.example"",""aud"":""chat""", JsonWebTokenFault.Malformed)]
    [InlineData(@"""iss"":""https://id.example"",""iss"":""x"",""aud"":""chat""", JsonWebTokenFault.Malformed)]
    public void Issuer_and_audience_are_checked(string claims, JsonWebTokenFault fault) =>
        Assert.Equal(fault, Verify(Issuer.Sign("ES256", $$"""{{{claims}},"exp":1000}"""), out _));

    [Fact]
    public void Rules_that_ask_for_nothing_accept_anyIssuer_and_audience()
    {
        var token = Issuer.Sign("RS256", """{"exp":1000}""");
        Assert.Equal(JsonWebTokenFault.None, JsonWebToken.Verify(token, Keys(), new JsonWebTokenRules(), Now, out _));
    }

    [Theory]
    [InlineData("none", "", JsonWebTokenFault.UnsupportedAlgorithm)]
    [InlineData("RS512", "", JsonWebTokenFault.UnsupportedAlgorithm)]
    [InlineData("rs256", "", JsonWebTokenFault.UnsupportedAlgorithm)]
    [InlineData("RS256", @",""kid"":""r""", JsonWebTokenFault.None)]
    [InlineData("RS256", @",""kid"":""e""", JsonWebTokenFault.UnknownKey)]
    [InlineData("RS256", @",""kid"":7", JsonWebTokenFault.None)]
    [InlineData("RS256", @",""crit"":[""b64""]", JsonWebTokenFault.Malformed)]
    [InlineData("RS256", @",""alg"":""none""", JsonWebTokenFault.Malformed)]
    [InlineData("RS256", @",""typ"":""JWT""", JsonWebTokenFault.None)]
    public void The_header_chooses_only_among_keys_that_are_meant_for_it(string algorithm, string rest, JsonWebTokenFault fault) =>
        Assert.Equal(fault, Verify(Issuer.Sign(algorithm, Good, rest), out _));

    [Fact]
    public void A_secret_is_used_only_if_one_is_configured()
    {
        Assert.Equal(JsonWebTokenFault.UnknownKey, Verify(Issuer.Sign("HS256", Good), out _, [Issuer.RsaKey(), Issuer.CurveKey()]));
        Assert.Equal(JsonWebTokenFault.None, Verify(Issuer.Sign("HS256", Good), out _, [Issuer.SecretKey()]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c.d")]
    [InlineData("e30")]
    [InlineData("e30.e30.")]
    [InlineData("e30=.e30.AA")]
    [InlineData("W10.e30.AA")]
    [InlineData("e30.!!.AA")]
    [InlineData("e3 0.e30.AA")]
    [InlineData("eyJhbGciOjF9.e30.AA")]
    public void What_is_no_token_is_malformed(string token) => Assert.Equal(JsonWebTokenFault.Malformed, Verify(token, out _));

    [Fact]
    public void A_token_without_measure_is_malformed() =>
        Assert.Equal(JsonWebTokenFault.Malformed, Verify(Issuer.Sign("HS256", $$"""{"exp":1000,"x":"{{new string('x', 60_000)}}"}"""), out _));

    [Fact]
    public void Any_change_of_any_character_gives_an_answer()
    {
        var token = Issuer.Sign("HS256", Good);
        var keys = Keys();
        var random = new Random(20_261_121);
        for (var i = 0; i < 3_000; i++)
        {
            var changed = token.ToCharArray();
            changed[random.Next(changed.Length)] = (char)random.Next(0x20, 0x7F);
            var fault = JsonWebToken.Verify(new string(changed), keys, Rules, Now, out var verified);
            Assert.Equal(fault == JsonWebTokenFault.None, verified is not null);
            Assert.True(fault != JsonWebTokenFault.None || new string(changed) == token, new string(changed));
        }
    }

    [Fact]
    public void Keys_that_are_of_no_use_are_passed_over()
    {
        string[] useless =
        [
            Issuer.RsaKey(@",""use"":""enc"""),
            Issuer.RsaKey(@",""alg"":""RS512"""),
            Issuer.CurveKey(@",""alg"":""RS256"""),
            """{"kty":"RSA","n":"AQAB","e":"AQAB"}""",
            """{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}""",
            """{"kty":"oct","k":"AAAA"}""",
            """{"kty":"OKP","crv":"Ed25519","x":"AA"}""",
            """{"kty":"RSA"}""",
            """7""",
        ];
        Assert.True(JsonWebKeySet.TryParse(Json([.. useless, Issuer.RsaKey(@",""use"":""sig"",""alg"":""RS256""")]), out var keys, out _));
        Assert.Equal(1, keys.Count);
        Assert.False(JsonWebKeySet.TryParse(Json(useless), out _, out var problem));
        Assert.Contains("9 keys", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":7}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"\ud800":7,"keys":[{"\ud800":7}]}""")]
    public void A_set_without_keys_is_refused_with_a_reason(string json)
    {
        Assert.False(JsonWebKeySet.TryParse(json, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void A_key_that_is_no_point_of_its_curve_verifies_nothing()
    {
        var zeros = new string('A', 42) + "E";
        Assert.Equal(
            JsonWebTokenFault.BadSignature,
            Verify(Issuer.Sign("ES256", Good), out _, [$$"""{"kty":"EC","crv":"P-256","x":"{{zeros}}","y":"{{zeros}}"}"""]));
    }

    private static string Json(params string[] keys) => $$"""{"keys":[{{string.Join(',', keys)}}]}""";

    private static JsonWebKeySet Keys(string[]? keys = null)
    {
        Assert.True(JsonWebKeySet.TryParse(Json(keys ?? [Issuer.RsaKey(), Issuer.CurveKey(), Issuer.SecretKey()]), out var set, out var problem), problem);
        return set;
    }

    private static JsonWebTokenFault Verify(string token, out JsonWebToken? verified, string[]? keys = null) =>
        JsonWebToken.Verify(token, Keys(keys), Rules, Now, out verified);
}
