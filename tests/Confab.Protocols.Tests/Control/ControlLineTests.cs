using System.Buffers;
using System.Text;
using Confab.Protocols.Control;

namespace Confab.Protocols.Tests.Control;

public sealed class ControlLineTests
{
    [Fact]
    public void A_command_is_written_without_what_it_does_not_say_and_read_back_the_same()
    {
        var command = new ControlCommand { Do = ControlDeeds.AddAccount, Name = "alice", Password = "two\nlines", Administrator = true };
        var output = new ArrayBufferWriter<byte>();

        ControlCommand.Write(output, command);

        var line = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Equal("""{"do":"account.add","name":"alice","password":"two\nlines","administrator":true}""" + "\n", line);
        Assert.True(ControlCommand.Parse(line.TrimEnd('\n'), out var read, out _));
        Assert.Equal(command, read);
    }

    [Fact]
    public void A_reply_is_read_back_with_its_lists()
    {
        var output = new ArrayBufferWriter<byte>();
        ControlReply.Write(output, new ControlReply { Ok = true, Total = 1, Accounts = [new ControlAccount { Name = "alice", Present = ["alice", "al"] }] });

        Assert.True(ControlReply.Parse(Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\n'), out var read, out _));

        Assert.Equal(["alice", "al"], Assert.Single(read.Accounts!).Present);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"do":1}""")]
    [InlineData("""{"administrator":"yes"}""")]
    [InlineData("{\"name\":\"\ud800\"")]
    public void What_is_no_command_is_told_in_a_sentence(string line)
    {
        Assert.False(ControlCommand.Parse(line, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Nothing_shows_the_password() =>
        Assert.DoesNotContain("secret", new ControlCommand { Do = ControlDeeds.AddAccount, Password = "secret" }.ToString(), StringComparison.Ordinal);
}
