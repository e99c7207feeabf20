using Confab.Cli.Administration;

namespace Confab.Cli.Tests.Administration;

public sealed class PasswordPromptTests : IDisposable
{
    private readonly StringWriter _screen = new();

    public void Dispose() => _screen.Dispose();

    [Theory]
    [InlineData("secret\nsecret\n", "secret")]
    [InlineData("sex\bcret\nsecret\n", "secret")]
    [InlineData("wrong\x15secret\nsecret\n", "secret")]
    [InlineData("s\U0001F600\bx\nsx\n", "sx")]
    [InlineData("\b\bpäss wörd\npäss wörd\n", "päss wörd")]
    public void What_is_typed_twice_is_the_password_and_is_not_shown(string typed, string password)
    {
        Assert.Equal(password, Read(typed));
        Assert.Equal($"New password of alice: {Environment.NewLine}The same again: {Environment.NewLine}", _screen.ToString());
    }

    [Theory]
    [InlineData("secret\nsecreet\n", "not the same")]
    [InlineData("\n", "empty")]
    [InlineData("sec\x03", "Nothing was changed")]
    [InlineData("secret\nsec\x03", "Nothing was changed")]
    public void Anything_else_is_none(string typed, string reason)
    {
        Assert.Null(Read(typed));
        Assert.Contains(reason, _screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sec", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gives_its_first_line_and_only_when_that_was_asked_for()
    {
        var pipe = new ScriptedKeyboard("secret\nmore\n", isInteractive: false);

        Assert.Equal("secret", new PasswordPrompt(pipe, _screen).Read("alice", fromInput: true));
        Assert.Null(new PasswordPrompt(pipe, _screen).Read("alice", fromInput: false));
        Assert.Contains("--password-stdin", _screen.ToString(), StringComparison.Ordinal);
        Assert.Null(new PasswordPrompt(new ScriptedKeyboard("", isInteractive: false), _screen).Read("alice", fromInput: true));
    }

    private string? Read(string typed) => new PasswordPrompt(new ScriptedKeyboard(typed), _screen).Read("alice", fromInput: false);
}
