using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Terminal;
using Confab.Cli.Tests.Piping;
using Confab.Cli.Tests.Terminal;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;

namespace Confab.Cli.Tests.Chatting;

public sealed class TerminalChatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_at_a_terminal_sees_the_past_who_is_here_and_own_words_in_their_place()
    {
        using var server = new ScriptedServer();
        var terminal = new FakeTerminal(columns: 60);
        var run = new CommandRun(
            ChatCommand.Create(options => new PromptedScreen(terminal, options)),
            [server.Address, "--nick", "alice"]);
        using var peer = await server.AcceptAsync(Cancel);
        await peer.WelcomeAsync();
        await peer.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#lobby", Last = 4, Topic = "tea at four" });
        var asked = await peer.ExpectAsync(JsonTypes.History);

        // Said while the past was on its way: belongs behind it.
        await peer.SendAsync(Message(5, "live"));
        await peer.ReplyAsync(asked, new JsonEvent { Type = JsonTypes.History, Messages = [Message(4, "past")], More = true });
        await peer.AnswerAsync(
            JsonTypes.Who,
            new JsonEvent { Type = JsonTypes.Members, Members = [new JsonMember { Nick = "bobby" }, new JsonMember { Nick = "alice" }] });
        await terminal.PressAsync("bobb", Keys.Tab, "hi", Keys.Enter);
        var said = await peer.AnswerAsync(
            JsonTypes.Say,
            new JsonEvent { Type = JsonTypes.Sent, Room = "#lobby", Number = 6 });
        await terminal.PressAsync("/quit", Keys.Enter);
        await peer.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal("bobby: hi", said.Text);
        Assert.Equal(
            """
            * You are alice. /help lists the commands.
            bob: past
            * You are in #lobby. Here: bobby, alice.
            * The topic: tea at four
            bob: live
            alice: bobby: hi
            │
            """,
            string.Join('\n', terminal.Picture.Split('\n').Select(row => row.TrimEnd())).TrimEnd());
    }

    private static JsonEvent Message(long number, string text) =>
        new() { Type = JsonTypes.Message, Room = "#lobby", From = "bob", Text = text, Number = number };
}
