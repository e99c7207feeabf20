using System.Text;
using Confab.Client.Irc;
using Confab.Client.Irc.SigningOn;
using Confab.Protocols.Irc;
using Confab.Protocols.Sasl;

namespace Confab.Client.Tests.Irc;

public sealed class SaslDialogueTests
{
    private static readonly ServerAddress s_address = new("chat.example", 6697);

    [Theory]
    [InlineData("PLAIN,SCRAM-SHA-256,EXTERNAL", "SCRAM-SHA-256")]
    [InlineData("PLAIN,EXTERNAL", "PLAIN")]
    [InlineData("", "SCRAM-SHA-256")]
    public void A_password_is_shown_to_the_server_only_where_there_is_no_other_way(string offered, string mechanism) =>
        Assert.Equal(mechanism, new SaslDialogue(IrcCredentials.Password("alice", "secret"), offered, isPrivate: true, s_address).Mechanism);

    [Fact]
    public void A_secret_is_not_shown_to_those_on_the_way()
    {
        var refused = Assert.Throws<RefusedException>(
            () => new SaslDialogue(IrcCredentials.Password("alice", "secret"), "PLAIN", isPrivate: false, s_address));

        Assert.Contains("connect over TLS", refused.Message, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => new SaslDialogue(IrcCredentials.Token("abc"), "OAUTHBEARER", isPrivate: false, s_address));
        Assert.Equal(
            "SCRAM-SHA-256",
            new SaslDialogue(IrcCredentials.Password("alice", "secret"), "SCRAM-SHA-256", isPrivate: false, s_address).Mechanism);
    }

    [Fact]
    public void Where_there_is_no_common_way_it_says_what_there_is()
    {
        var refused = Assert.Throws<RefusedException>(() => new SaslDialogue(IrcCredentials.Certificate(), "PLAIN", isPrivate: true, s_address));

        Assert.Contains("cannot sign in with EXTERNAL; it offers PLAIN", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_needs_no_words() => Assert.Equal(["+"], Answers(IrcCredentials.Certificate(), "EXTERNAL", "+"));

    [Fact]
    public void A_token_is_sent_and_its_refusal_noted()
    {
        var failure = Convert.ToBase64String(OauthBearerMessage.WriteFailure("invalid_token"));

        var answers = Answers(IrcCredentials.Token("abc"), "OAUTHBEARER", "+", failure);

        Assert.Equal("n,,\x01host=chat.example\x01port=6697\x01" + "auth=Bearer abc\x01\x01", Encoding.UTF8.GetString(Convert.FromBase64String(answers[0])));
        Assert.Equal([1], Convert.FromBase64String(answers[1]));
    }

    [Fact]
    public void A_server_that_made_up_its_SCRAM_message_is_refused()
    {
        var nonsense = Convert.ToBase64String("r=other,s=c2FsdA==,i=4096"u8);

        var refused = Assert.Throws<RefusedException>(() => Answers(IrcCredentials.Password("alice", "secret"), "SCRAM-SHA-256", "+", nonsense));
        Assert.Contains("nonce", refused.Message, StringComparison.Ordinal);
    }

    private static List<string> Answers(IrcCredentials credentials, string offered, params string[] chunks)
    {
        var dialogue = new SaslDialogue(credentials, offered, isPrivate: true, s_address);
        var answers = new List<IrcMessage>();
        foreach (var chunk in chunks)
        {
            dialogue.Take(chunk, answers);
        }

        return [.. answers.Select(answer => answer.Parameters[0])];
    }
}
