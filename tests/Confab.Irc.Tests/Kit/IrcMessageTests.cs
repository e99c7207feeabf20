namespace Confab.Irc.Tests.Kit;

/// <summary>The kit's parser, held against the examples of the specification.</summary>
public sealed class IrcMessageTests
{
    [Theory]
    [InlineData(":irc.example.com CAP * LIST :", "CAP|*|LIST|")]
    [InlineData("CAP * LS :multi-prefix sasl", "CAP|*|LS|multi-prefix sasl")]
    [InlineData(":dan!d@localhost PRIVMSG #chan :Hey!", "PRIVMSG|#chan|Hey!")]
    [InlineData(":dan!d@localhost PRIVMSG #chan Hey!", "PRIVMSG|#chan|Hey!")]
    [InlineData(":dan!d@localhost PRIVMSG #chan ::-)", "PRIVMSG|#chan|:-)")]
    [InlineData("@a=b :src   PING   x:y   : z ", "PING|x:y| z ")]
    public void Parameters_are_taken_apart(string line, string expected)
    {
        var message = IrcMessage.Parse(line);

        Assert.Equal(expected.Split('|'), message.Parameters.Prepend(message.Command));
    }

    [Fact]
    public void Tags_and_source_are_taken_apart()
    {
        var message = IrcMessage.Parse("@id=234AB;rose;url=;e=a\\:b\\sc\\\\d :dan!d@localhost PRIVMSG #chan :Hey");

        Assert.Equal(["234AB", "", "", "a;b c\\d"], [message.Tags["id"], message.Tags["rose"], message.Tags["url"], message.Tags["e"]]);
        Assert.Equal(["dan", "d", "localhost"], [message.Nick, message.User, message.Host]);
    }

    [Fact]
    public void A_server_has_neither_user_nor_host()
    {
        var message = IrcMessage.Parse(":confab.local 001 alice :Welcome");

        Assert.Equal(["confab.local", "", ""], [message.Nick, message.User, message.Host]);
        Assert.True(message.IsNumeric);
    }
}
