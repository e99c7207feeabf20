using System.Text;
using Confab.Protocols.Sasl;

namespace Confab.Protocols.Tests.Sasl;

/// <summary>The exchange of RFC 7677 section 3, from both sides, and what may go wrong in one.</summary>
public sealed class ScramExchangeTests
{
    private const string ClientNonce = "rOprNGfwEbeRWgbNEkqO";
    private const string ServerNonce = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private const string ClientFirst = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private const string ServerFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private const string WithoutProof = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private const string ClientFinal = WithoutProof + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
    private const string ServerFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private static readonly ScramVerifier Verifier = ScramVerifier.Of("pencil", Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

    [Fact]
    public void The_keys_are_those_of_the_specification()
    {
        Assert.Equal("WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=", Convert.ToBase64String(Verifier.StoredKey.Span));
        Assert.Equal("wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=", Convert.ToBase64String(Verifier.ServerKey.Span));
        Assert.True(Verifier.Matches("pencil"));
        Assert.False(Verifier.Matches("Pencil"));
    }

    [Fact]
    public void A_server_follows_the_example()
    {
        var server = new ScramServerExchange(ServerNonce);
        Assert.True(server.ReadClientFirst(Bytes(ClientFirst)));
        Assert.Equal("user", server.Username);
        Assert.Null(server.AuthorizationId);
        Assert.Equal(ServerFirst, Text(server.WriteServerFirst(Verifier)));
        Assert.True(server.ReadClientFinal(Bytes(ClientFinal), out var final));
        Assert.Equal(ServerFinal, Text(final));
        Assert.Null(server.Error);
    }

    [Fact]
    public void A_client_follows_the_example()
    {
        var client = new ScramClientExchange("user", "pencil", ClientNonce);
        Assert.Equal(ClientFirst, Text(client.WriteClientFirst()));
        Assert.True(client.ReadServerFirst(Bytes(ServerFirst), out var final));
        Assert.Equal(ClientFinal, Text(final));
        Assert.True(client.ReadServerFinal(Bytes(ServerFinal)));
        Assert.Null(client.Problem);
    }

    [Theory]
    [InlineData("user", "pencil", null)]
    [InlineData("a=b,c", "p, =", "x=,y")]
    [InlineData("grüße", "schlüssel\u00AD ", null)]
    [InlineData("user", "ⅸ", "user")]
    public void Client_and_server_agree_on_any_names_and_passwords(string username, string password, string? authorizationId)
    {
        var client = new ScramClientExchange(username, password, "c", authorizationId);
        var server = new ScramServerExchange("s");
        Assert.True(server.ReadClientFirst(client.WriteClientFirst()), server.Error);
        Assert.Equal(username, server.Username);
        Assert.Equal(authorizationId, server.AuthorizationId);
        Assert.True(client.ReadServerFirst(server.WriteServerFirst(ScramVerifier.Of(password, "salt"u8, 4096)), out var final), client.Problem);
        Assert.True(server.ReadClientFinal(final, out var serverFinal), server.Error);
        Assert.True(client.ReadServerFinal(serverFinal), client.Problem);
    }

    [Theory]
    [InlineData("", ScramErrors.InvalidEncoding)]
    [InlineData("n,", ScramErrors.InvalidEncoding)]
    [InlineData("x,,n=user,r=a", ScramErrors.InvalidEncoding)]
    [InlineData("n,b=x,n=user,r=a", ScramErrors.InvalidEncoding)]
    [InlineData("n,a=,n=user,r=a", ScramErrors.InvalidEncoding)]
    [InlineData("n,,n=user", ScramErrors.InvalidEncoding)]
    [InlineData("n,,r=a,n=user", ScramErrors.InvalidEncoding)]
    [InlineData("n,,n=user,r=", ScramErrors.InvalidEncoding)]
    [InlineData("n,,n=user,r=a b", ScramErrors.InvalidEncoding)]
    [InlineData("n,,n=user,r=é", ScramErrors.InvalidEncoding)]
    [InlineData("p=tls-unique,,n=user,r=a", ScramErrors.ChannelBindingNotSupported)]
    [InlineData("n,,m=x,n=user,r=a", ScramErrors.ExtensionsNotSupported)]
    [InlineData("n,,n=,r=a", ScramErrors.InvalidUsernameEncoding)]
    [InlineData("n,,n=us=er,r=a", ScramErrors.InvalidUsernameEncoding)]
    [InlineData("n,,n=us=2cer,r=a", ScramErrors.InvalidUsernameEncoding)]
    [InlineData("n,,n=us\u0007er,r=a", ScramErrors.InvalidUsernameEncoding)]
    [InlineData("n,,n=\u00AD,r=a", ScramErrors.InvalidUsernameEncoding)]
    public void A_first_message_that_is_wrong_is_refused_with_its_reason(string message, string error)
    {
        var server = new ScramServerExchange("s");
        Assert.False(server.ReadClientFirst(Bytes(message)));
        Assert.Equal(error, server.Error);
        Assert.Equal($"e={error}", Text(server.ErrorMessage()));
    }

    [Fact]
    public void A_first_message_that_is_not_text_is_refused()
    {
        var server = new ScramServerExchange("s");
        Assert.False(server.ReadClientFirst([.. "n,,n=us"u8, 0xFF, .. "er,r=a"u8]));
        Assert.Equal(ScramErrors.InvalidEncoding, server.Error);
    }

    [Fact]
    public void A_client_that_could_bind_and_thinks_the_server_cannot_is_let_in()
    {
        var server = new ScramServerExchange("s");
        Assert.True(server.ReadClientFirst("y,,n=user,r=a,x=extension"u8));
        Assert.Equal("user", server.Username);
    }

    [Theory]
    [InlineData("", ScramErrors.InvalidEncoding)]
    [InlineData(WithoutProof, ScramErrors.InvalidEncoding)]
    [InlineData(WithoutProof + ",p=?", ScramErrors.InvalidEncoding)]
    [InlineData("r=a,c=biws,p=AAAA", ScramErrors.InvalidEncoding)]
    [InlineData(WithoutProof + ",p=AAAA", ScramErrors.InvalidProof)]
    [InlineData(WithoutProof + ",p=", ScramErrors.InvalidProof)]
    [InlineData(WithoutProof + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVA=", ScramErrors.InvalidProof)]
    [InlineData(WithoutProof + ",x=y,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", ScramErrors.InvalidProof)]
    [InlineData("c=eSws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", ScramErrors.ChannelBindingsDontMatch)]
    [InlineData("c=biws,r=rOprNGfwEbeRWgbNEkqO,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", ScramErrors.OtherError)]
    public void A_last_message_that_is_wrong_is_refused_with_its_reason(string message, string error)
    {
        var server = new ScramServerExchange(ServerNonce);
        server.ReadClientFirst(Bytes(ClientFirst));
        server.WriteServerFirst(Verifier);
        Assert.False(server.ReadClientFinal(Bytes(message), out var final));
        Assert.Equal(error, server.Error);
        Assert.Equal($"e={error}", Text(final));
    }

    [Fact]
    public void Nobody_gets_in_where_there_is_no_account_and_nothing_shows_it()
    {
        var decoy = ScramVerifier.Decoy("secret"u8, "nobody", 4096);
        Assert.Equal(Convert.ToHexString(decoy.Salt.Span), Convert.ToHexString(ScramVerifier.Decoy("secret"u8, "nobody", 4096).Salt.Span));
        Assert.NotEqual(Convert.ToHexString(decoy.Salt.Span), Convert.ToHexString(ScramVerifier.Decoy("secret"u8, "nobody2", 4096).Salt.Span));
        Assert.False(decoy.Matches(""));

        var client = new ScramClientExchange("nobody", "pencil", "c");
        var server = new ScramServerExchange("s");
        server.ReadClientFirst(client.WriteClientFirst());
        Assert.True(client.ReadServerFirst(server.WriteServerFirst(decoy), out var final));
        Assert.False(server.ReadClientFinal(final, out var serverFinal));
        Assert.False(client.ReadServerFinal(serverFinal));
        Assert.Equal("e=invalid-proof", Text(serverFinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s=c2FsdA==,r=cs,i=4096")]
    [InlineData("m=x,r=cs,s=c2FsdA==,i=4096")]
    [InlineData("r=xs,s=c2FsdA==,i=4096")]
    [InlineData("r=c,s=c2FsdA==,i=4096")]
    [InlineData("r=cs,s=?,i=4096")]
    [InlineData("r=cs,s=c2FsdA==,i=4095")]
    [InlineData("r=cs,s=c2FsdA==,i=99999999")]
    [InlineData("r=cs,s=c2FsdA==,i=99999999999999")]
    [InlineData("r=cs,s=c2FsdA==,i=-4096")]
    [InlineData("e=other-error")]
    public void A_client_does_not_answer_a_server_that_does_not_keep_to_the_rules(string message)
    {
        var client = new ScramClientExchange("user", "pencil", "c");
        Assert.False(client.ReadServerFirst(Bytes(message), out var final));
        Assert.Empty(final);
        Assert.NotNull(client.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=")]
    [InlineData("v=AAAA")]
    [InlineData("e=invalid-proof")]
    [InlineData("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8=")]
    public void A_client_trusts_no_server_that_does_not_know_the_account(string message)
    {
        var client = new ScramClientExchange("user", "pencil", ClientNonce);
        Assert.False(client.ReadServerFinal(Bytes(ServerFinal)));
        Assert.True(client.ReadServerFirst(Bytes(ServerFirst), out _));
        Assert.False(client.ReadServerFinal(Bytes(message)));
        Assert.NotNull(client.Problem);
    }

    [Fact]
    public void A_method_out_of_its_turn_is_a_mistake()
    {
        var server = new ScramServerExchange("s");
        Assert.Throws<InvalidOperationException>(() => server.WriteServerFirst(Verifier));
        Assert.False(server.ReadClientFirst("nonsense"u8));
        Assert.Throws<InvalidOperationException>(() => server.ReadClientFirst(Bytes(ClientFirst)));
        Assert.Throws<InvalidOperationException>(() => server.ReadClientFinal(Bytes(ClientFinal), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("a b")]
    [InlineData("é")]
    public void A_nonce_that_would_break_a_message_is_refused(string nonce)
    {
        Assert.Throws<ArgumentException>(() => new ScramServerExchange(nonce));
        Assert.Throws<ArgumentException>(() => new ScramClientExchange("user", "pencil", nonce));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
