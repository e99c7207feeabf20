using System.Text;
using Confab.Protocols.Sasl;

namespace Confab.Protocols.Tests.Sasl;

public sealed class PlainMessageTests
{
    [Theory]
    [InlineData("\0ada\0secret", "", "ada", "secret")]
    [InlineData("root\0ada\0secret", "root", "ada", "secret")]
    [InlineData("\0ädä\0 pä ss ", "", "ädä", " pä ss ")]
    public void A_message_is_read_and_written(string text, string authorizationId, string authenticationId, string password)
    {
        var message = PlainMessage.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(new PlainMessage(authorizationId, authenticationId, password), message);
        Assert.Equal(text, Encoding.UTF8.GetString(message!.Write()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("\0ada")]
    [InlineData("\0ada\0")]
    [InlineData("\0\0secret")]
    [InlineData("\0ada\0secret\0")]
    public void A_message_with_other_parts_is_refused(string text) => Assert.Null(PlainMessage.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_message_that_is_not_text_is_refused() => Assert.Null(PlainMessage.Parse([0, (byte)'a', 0, 0xFF]));

    [Fact]
    public void The_password_does_not_show_in_its_description() =>
        Assert.DoesNotContain("secret", new PlainMessage("", "ada", "secret").ToString(), StringComparison.Ordinal);
}
