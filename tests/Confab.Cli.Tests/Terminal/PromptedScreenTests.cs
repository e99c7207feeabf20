using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

/// <summary>What somebody at the terminal sees: pictures of the window, │ being the cursor.</summary>
public sealed class PromptedScreenTests
{
    [Fact]
    public async Task Output_appears_above_the_line_being_typed()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        screen.WriteLine("Connected to chat server.");
        await terminal.PressAsync("hallo zusammen", Keys.Left, Keys.Left);
        screen.WriteLine("alice: hi");
        screen.WriteLine("bob: hello\nbob: and welcome");
        await terminal.PressAsync("X");

        Sees(terminal, """
            Connected to chat server.
            alice: hi
            bob: hello
            bob: and welcome
            #tea> hallo zusammX│en
            """);
    }

    [Fact]
    public async Task There_is_no_prompt_before_a_line_is_asked_for()
    {
        var terminal = new FakeTerminal();
        await using var screen = new PromptedScreen(terminal, new ScreenOptions { Prompt = "#tea> " });
        screen.WriteLine("welcome");
        Sees(terminal, "welcome\n│");
        _ = screen.ReadLineAsync(TestContext.Current.CancellationToken);
        await terminal.PressAsync("a");
        Sees(terminal, "welcome\n#tea> a│");
    }

    [Fact]
    public async Task An_entered_line_stays_to_be_seen()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("one\ntwo", Keys.Home);
        Sees(terminal, """
            #tea> one
            #tea> │two
            """);
    }

    [Fact]
    public async Task An_entered_line_goes_where_the_server_shows_it_again()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal, new ScreenOptions { Prompt = "#tea> ", KeepEnteredLines = false });
        await terminal.PressAsync("one\ntwo");
        Sees(terminal, "#tea> two│");
    }

    [Fact]
    public async Task A_line_wider_than_the_window_takes_several_rows_above_the_prompt()
    {
        var terminal = new FakeTerminal(columns: 13);
        await using var screen = Open(terminal);
        await terminal.PressAsync("abc");
        screen.WriteLine("1234567890123456");
        screen.WriteLine("1234567890123");
        Sees(terminal, """
            1234567890123
            456
            1234567890123
            #tea> abc│
            """);
    }

    [Fact]
    public async Task A_long_line_scrolls_within_its_row()
    {
        var terminal = new FakeTerminal(columns: 21);
        await using var screen = Open(terminal);
        await terminal.PressAsync("the quick brown");
        Sees(terminal, "#tea> <k brown│");
        await terminal.PressAsync(" fox j");
        Sees(terminal, "#tea> <k brown fox j│");
        await terminal.PressAsync("u");
        Sees(terminal, "#tea> < fox ju│");
        await terminal.PressAsync(Keys.Alt('b'), Keys.Alt('b'));
        Sees(terminal, "#tea> < │fox ju");
        await terminal.PressAsync(Keys.Alt('b'));
        Sees(terminal, "#tea> < quick │brown>");
        await terminal.PressAsync(Keys.Home);
        Sees(terminal, "#tea> │the quick bro>");
        screen.WriteLine("alice: hi");
        await terminal.PressAsync(Keys.Ctrl('k'));
        Sees(terminal, "alice: hi\n#tea> │");
    }

    [Fact]
    public async Task Wide_characters_scroll_by_their_two_columns()
    {
        var terminal = new FakeTerminal(columns: 21);
        await using var screen = Open(terminal);
        await terminal.PressAsync("吾輩は猫である。名前");
        Sees(terminal, "#tea> <。名前│");
        await terminal.PressAsync("はまだ無い", Keys.Left);
        Sees(terminal, "#tea> <まだ無│い");
        await terminal.PressAsync(Keys.Home);
        Sees(terminal, "#tea> │吾輩は猫であ>");
    }

    [Fact]
    public async Task Combining_and_right_to_left_characters_keep_their_order_and_columns()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("e\u0301a שלום", Keys.Left, Keys.Left);
        screen.WriteLine("דנה: שלום");
        Sees(terminal, "דנה: שלום\n#tea> e\u0301a של│ום");
        await terminal.PressAsync(Keys.Home, Keys.Delete);
        Sees(terminal, "דנה: שלום\n#tea> │a שלום");
    }

    [Fact]
    public async Task An_emoji_that_the_terminal_draws_wider_does_not_displace_the_cursor()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("a👩‍👩‍👧bc", Keys.Left);
        screen.WriteLine("👨‍👩‍👦");
        Sees(terminal, "👨‍👩‍👦\n#tea> a👩‍👩‍👧b│c");
    }

    [Fact]
    public async Task Emoji_that_the_terminal_draws_wider_do_not_break_the_row()
    {
        var terminal = new FakeTerminal(columns: 21);
        await using var screen = Open(terminal);
        await terminal.PressAsync(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 6)));
        screen.WriteLine("alice: hi");
        Assert.Equal(2, terminal.Picture.Split('\n').Length);
        await terminal.PressAsync(Keys.Ctrl('u'));
        Sees(terminal, "alice: hi\n#tea> │");
    }

    [Theory]
    [InlineData(12, "#tea~678│")]
    [InlineData(8, "#t~78│")]
    [InlineData(4, "8│")]
    [InlineData(2, "│")]
    [InlineData(1, "│")]
    public async Task A_narrow_window_shows_what_it_can(int columns, string row)
    {
        var terminal = new FakeTerminal(columns);
        await using var screen = Open(terminal, new ScreenOptions { Prompt = "#teahouse> " });
        await terminal.PressAsync("12345678");
        screen.WriteLine("");
        Assert.Equal("\n" + row, terminal.Picture);
    }

    [Fact]
    public async Task A_window_that_became_narrower_is_put_in_order()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        screen.WriteLine("alice: hi");
        await terminal.PressAsync("the quick brown fox jumps over");
        terminal.Resize(21, tell: false);
        Sees(terminal, """
            alice: hi
            #tea> the quick brown
             fox jumps over│
            """);

        screen.WriteLine("bob: hello");
        Sees(terminal, """
            alice: hi
            bob: hello
            #tea> <ps over│
            """);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(18)]
    [InlineData(35)]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(50)]
    public async Task Whatever_the_new_width_no_output_is_lost_and_no_scraps_are_left(int columns)
    {
        foreach (var back in new[] { 0, 1, 5, 12, 30 })
        {
            var terminal = new FakeTerminal();
            await using var screen = Open(terminal);
            screen.WriteLine("hi");
            await terminal.PressAsync("the quick brown fox jumps over");
            await terminal.PressAsync([.. Enumerable.Repeat(Keys.Left, back)]);
            terminal.Resize(columns, tell: true);
            Assert.Equal(2, terminal.Picture.Split('\n').Length);
            terminal.Resize(40, tell: true);
            Sees(terminal, "hi\n#tea> " + "the quick brown fox jumps over".Insert(30 - back, "│"));
        }
    }

    [Fact]
    public async Task The_prompt_can_change_while_a_line_is_typed()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("hi");
        screen.SetPrompt("alice\t@\e[1m\n#pond> ");
        Sees(terminal, "alice @[1m #pond> hi│");
    }

    [Fact]
    public async Task The_history_appears_in_the_row()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("/topic tea\nhalf", Keys.Up);
        screen.WriteLine("alice: hi");
        Sees(terminal, "#tea> /topic tea\nalice: hi\n#tea> /topic tea│");
        await terminal.PressAsync(Keys.Down);
        Sees(terminal, "#tea> /topic tea\nalice: hi\n#tea> half│");
    }

    [Fact]
    public async Task Control_L_clears_the_window_and_keeps_the_line()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        screen.WriteLine("alice: hi");
        await terminal.PressAsync("half", Keys.Left, Keys.Ctrl('l'));
        Sees(terminal, "#tea> hal│f");
    }

    [Fact]
    public async Task What_others_write_cannot_command_the_terminal()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("abc");
        screen.WriteLine("\e[2J\a\u009b1mmallory\r: \u202Egnp.exe\tend\u2028\uD800");
        Sees(terminal, "[2J1mmallory: gnp.exe   end\uFFFD\n#tea> abc│");
    }

    [Fact]
    public async Task Colours_are_written_where_there_are_some()
    {
        var terminal = new FakeTerminal(colors: ColorDepth.Sixteen);
        await using var screen = new PromptedScreen(terminal, new ScreenOptions());
        screen.WriteLine(new TextRun("alice", new TextColor(2)), ": hi");
        Assert.Equal("\e[32malice\e[0m: hi\r\n", Assert.Single(terminal.Frames));
    }

    [Fact]
    public async Task Colours_are_left_out_where_there_are_none()
    {
        var terminal = new FakeTerminal();
        await using var screen = new PromptedScreen(terminal, new ScreenOptions());
        screen.WriteLine(new TextRun("alice", new TextColor(2)), ": hi");
        Assert.Equal("alice: hi\r\n", Assert.Single(terminal.Frames));
    }

    [Fact]
    public async Task A_paste_is_drawn_once()
    {
        var terminal = new FakeTerminal();
        await using var screen = Open(terminal);
        await terminal.PressAsync("a");
        var before = terminal.Frames.Count;
        await terminal.PressAsync("bcdefghijklm");
        Assert.Equal(before + 1, terminal.Frames.Count);
    }

    [Fact]
    public async Task Lines_from_many_threads_come_out_whole()
    {
        var terminal = new FakeTerminal(columns: 60);
        await using var screen = Open(terminal);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var number = 0; number < 50; number++)
            {
                screen.WriteLine($"writer {writer} says line {number}");
            }
        })).Append(terminal.PressAsync("typing meanwhile")));

        var rows = terminal.Picture.Split('\n');
        Assert.Equal("#tea> typing meanwhile│", rows[^1]);
        Assert.Equal(400, rows.Length - 1);
        Assert.All(
            rows[..^1].GroupBy(row => row[..8]),
            writer => Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{writer.Key} says line {number}"), writer));
    }

    private static PromptedScreen Open(FakeTerminal terminal, ScreenOptions? options = null)
    {
        var screen = new PromptedScreen(terminal, options ?? new ScreenOptions { Prompt = "#tea> " });
        _ = screen.ReadLineAsync(TestContext.Current.CancellationToken);
        return screen;
    }

    private static void Sees(FakeTerminal terminal, string picture) => Assert.Equal(picture.ReplaceLineEndings("\n"), terminal.Picture);
}
