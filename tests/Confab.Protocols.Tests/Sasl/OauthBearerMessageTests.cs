using System.Text;
using Confab.Protocols.Sasl;

namespace Confab.Protocols.Tests.Sasl;

public sealed class OauthBearerMessageTests
{
    [Theory]
    [InlineData("n,a=user@example.com,\x01host=server.example.com\x01port=143\x01" + "auth=Bearer vF9dft4qmT==\x01\x01", "user@example.com", "vF9dft4qmT==", "server.example.com", 143)]
    [InlineData("n,,\x01" + "auth=bearer abc.def-_\x01\x01", null, "abc.def-_", null, null)]
    [InlineData("y,,\x01qs=x=y\x01" + "auth=Bearer   abc  \x01\x01", null, "abc", null, null)]
    [InlineData("n,a=a=2Cb,\x01" + "auth=Bearer abc\x01\x01", "a,b", "abc", null, null)]
    [InlineData("n,,\x01" + "auth=\x01\x01", null, "", null, null)]
    public void A_message_is_read(string text, string? authorizationId, string token, string? host, int? port) =>
        Assert.Equal(new OauthBearerMessage(authorizationId, token, host, port), OauthBearerMessage.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("n,,")]
    [InlineData("n,,\x01")]
    [InlineData("n,,\x01\x01")]
    [InlineData("n,,auth=Bearer abc\x01\x01")]
    [InlineData("n,,\x01" + "auth=Bearer abc\x01")]
    [InlineData("n,,\x01" + "auth=Bearer abc")]
    [InlineData("n,,\x01" + "auth=Bearer abc\x01\x01\x01")]
    [InlineData("n,,\x01" + "auth=Basic abc\x01\x01")]
    [InlineData("n,,\x01" + "auth=Bearer \x01\x01")]
    [InlineData("n,,\x01" + "auth=Bearer a b\x01\x01")]
    [InlineData("n,,\x01" + "auth=Bearer a\x01" + "auth=Bearer b\x01\x01")]
    [InlineData("n,,\x01port=x\x01" + "auth=Bearer a\x01\x01")]
    [InlineData("n,,\x01port=70000\x01" + "auth=Bearer a\x01\x01")]
    [InlineData("n,,\x01=x\x01" + "auth=Bearer a\x01\x01")]
    [InlineData("n,,\x01x1=x\x01" + "auth=Bearer a\x01\x01")]
    [InlineData("p=tls-unique,,\x01" + "auth=Bearer a\x01\x01")]
    public void A_message_of_another_shape_is_refused(string text) => Assert.Null(OauthBearerMessage.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_message_is_written_and_read_back()
    {
        OauthBearerMessage[] messages = [new("a=,b", "abc", "irc.example", 6697), new(null, "abc"), new(null, "")];
        Assert.All(messages, message => Assert.Equal(message, OauthBearerMessage.Parse(message.Write())));
    }

    [Fact]
    public void A_failure_is_told_as_json()
    {
        Assert.Equal("""{"status":"invalid_token"}""", Encoding.UTF8.GetString(OauthBearerMessage.WriteFailure("invalid_token")));
        Assert.Equal(
            """{"status":"invalid_token","scope":"chat","openid-configuration":"https://id.example/.well-known/openid-configuration"}""",
            Encoding.UTF8.GetString(OauthBearerMessage.WriteFailure("invalid_token", "chat", "https://id.example/.well-known/openid-configuration")));
    }

    [Fact]
    public void A_single_separator_takes_note_of_a_failure()
    {
        Assert.True(OauthBearerMessage.IsAcknowledgement([1]));
        Assert.False(OauthBearerMessage.IsAcknowledgement([]));
        Assert.False(OauthBearerMessage.IsAcknowledgement([1, 1]));
    }

    [Fact]
    public void The_token_does_not_show_in_its_description() =>
        Assert.DoesNotContain("abc", new OauthBearerMessage(null, "abc").ToString(), StringComparison.Ordinal);
}
