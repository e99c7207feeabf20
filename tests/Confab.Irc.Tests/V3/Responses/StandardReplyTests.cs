namespace Confab.Irc.Tests.V3.Responses;

/// <summary>FAIL, WARN and NOTE (standard-replies).</summary>
public sealed class StandardReplyTests
{
    // Message Format: the command, a code, what it is about, and a description.
    [Fact]
    public async Task A_failure_has_a_command_a_code_and_a_description()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "standard-replies", "draft/chathistory");
        var fail = (await alice.AskAsync("CHATHISTORY NONSENSE #room * 5")).One("FAIL");
        Assert.Equal(["CHATHISTORY", "INVALID_PARAMS", "NONSENSE"], fail.Parameters.Take(3));
        Assert.Contains(' ', fail.Last);
        Assert.Equal(IrcServer.Name, fail.Source);
    }

    // Capabilities: replies that a specification of their own asks for need no capability.
    [Fact]
    public async Task A_failure_that_its_own_specification_asks_for_comes_without_the_capability()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "setname");
        Assert.Equal("INVALID_REALNAME", (await alice.AskAsync($"SETNAME :{new string('x', 400)}")).One("FAIL")[1]);
    }
}
