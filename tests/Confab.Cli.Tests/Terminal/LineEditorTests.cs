using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class LineEditorTests
{
    private const string Family = "👩‍👩‍👧";

    private readonly LineEditor _editor = new(maxLength: 40, historyLength: 3);

    /// <summary>The text with │ at the cursor.</summary>
    private string Line => _editor.Text.Insert(_editor.Cursor, "│");

    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        Press("hllo", Keys.Home, Keys.Right, "e", Keys.End, "!");
        Assert.Equal("hello!│", Line);
    }

    [Fact]
    public void Enter_gives_the_line_and_empties_the_editor()
    {
        Assert.Equal(EditOutcome.Entered, Press("hello", Keys.Left, Keys.Enter));
        Assert.Equal("hello", _editor.Entered);
        Assert.Equal("│", Line);
    }

    [Theory]
    [InlineData("e\u0301")]
    [InlineData(Family)]
    [InlineData("🇨🇭")]
    [InlineData("漢")]
    [InlineData("נ")]
    [InlineData("👍🏽")]
    [InlineData("❤️")]
    public void The_cursor_and_the_erasing_keys_take_what_a_reader_sees_as_one_character(string character)
    {
        Press("a" + character + "b", Keys.Left, Keys.Left);
        Assert.Equal("a│" + character + "b", Line);
        Press(Keys.Right);
        Assert.Equal("a" + character + "│b", Line);
        Press(Keys.Backspace);
        Assert.Equal("a│b", Line);
        Press(character, Keys.Left, Keys.Delete);
        Assert.Equal("a│b", Line);
    }

    [Fact]
    public void A_joined_emoji_pasted_before_another_one_arrives_in_order()
    {
        Press("👧", Keys.Home, Family);
        Assert.Equal(Family + "│👧", Line);
    }

    [Fact]
    public void The_cursor_stops_at_both_ends()
    {
        Press("ab", Keys.Home);
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Left));
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Backspace));
        Press(Keys.End);
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Right));
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Delete));
        Assert.Equal("ab│", Line);
    }

    [Fact]
    public void The_shells_control_keys_move_and_erase()
    {
        Press("hello", Keys.Ctrl('a'), Keys.Ctrl('f'), Keys.Ctrl('d'));
        Assert.Equal("h│llo", Line);
        Press(Keys.Ctrl('e'), Keys.Ctrl('b'), Keys.Ctrl('h'));
        Assert.Equal("hl│o", Line);
    }

    [Fact]
    public void Words_are_walked_with_control_or_alt()
    {
        Press("one  two", Keys.Ctrl(ConsoleKey.LeftArrow));
        Assert.Equal("one  │two", Line);
        Press(Keys.Alt('b'));
        Assert.Equal("│one  two", Line);
        Press(Keys.Alt(ConsoleKey.RightArrow));
        Assert.Equal("one│  two", Line);
        Press(Keys.Alt('f'));
        Assert.Equal("one  two│", Line);
    }

    [Fact]
    public void What_was_cut_comes_back()
    {
        Press("one two three", Keys.Ctrl('w'));
        Assert.Equal("one two │", Line);
        Press(Keys.Home, Keys.Ctrl('y'));
        Assert.Equal("three│one two ", Line);
        Press(Keys.Ctrl('k'));
        Assert.Equal("three│", Line);
        Press(Keys.Ctrl('u'), Keys.Ctrl('y'));
        Assert.Equal("threeone two │", Line);
    }

    [Fact]
    public void Cuts_in_a_row_come_back_as_one()
    {
        Press("one two three", Keys.Ctrl('w'), Keys.Ctrl('w'), Keys.Ctrl('y'), "|", Keys.Ctrl('y'));
        Assert.Equal("one two three|two three│", Line);
        Press(Keys.Ctrl('u'), "a b c", Keys.Home, Keys.Alt('d'), Keys.Alt('d'), Keys.End, Keys.Ctrl('y'));
        Assert.Equal(" ca b│", Line);
    }

    [Fact]
    public void A_cut_of_nothing_keeps_the_last_one()
    {
        Press("word", Keys.Ctrl('u'), Keys.Ctrl('k'), Keys.Ctrl('w'), Keys.Ctrl('y'));
        Assert.Equal("word│", Line);
    }

    [Fact]
    public void Control_characters_never_get_into_the_text()
    {
        for (var character = '\0'; character < 0xA0; character++)
        {
            if (char.IsControl(character) && character is not ('\x03' or '\x04'))
            {
                _editor.Press(new ConsoleKeyInfo(character, ConsoleKey.None, false, false, false));
            }
        }

        Press("\u2028", "\u202E", "\u2066", "a");
        Assert.Equal("a│", Line);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_text()
    {
        Press("\uD83D", "a", "\uDE00", "😀");
        Assert.Equal("a😀│", Line);
    }

    [Fact]
    public void Commands_with_alt_are_not_text_but_AltGr_is()
    {
        Press(Keys.Alt('x'), Keys.AltGr('@'));
        Assert.Equal("@│", Line);
    }

    [Fact]
    public void A_full_line_takes_no_more_and_no_half_characters()
    {
        Press(new string('a', 39), "😀");
        Assert.Equal(39, _editor.Text.Length);
        Press("bc");
        Assert.Equal(new string('a', 39) + "b│", Line);
    }

    [Fact]
    public void Arrows_walk_the_history_and_come_back_to_the_draft()
    {
        Press("first\n", "second\n", "dra");
        Press(Keys.Up);
        Assert.Equal("second│", Line);
        Press(Keys.Up, Keys.Up);
        Assert.Equal("first│", Line);
        Press(Keys.Down, Keys.Down, Keys.Down);
        Assert.Equal("dra│", Line);
    }

    [Fact]
    public void A_line_taken_from_the_history_can_be_entered_again()
    {
        Press("first\n", "second\n", Keys.Ctrl('p'), Keys.Ctrl('p'), "!", Keys.Enter);
        Assert.Equal("first!", _editor.Entered);
        Press(Keys.Up);
        Assert.Equal("first!│", Line);
        Press(Keys.Up);
        Assert.Equal("second│", Line);
        Press(Keys.Ctrl('n'), Keys.Ctrl('n'));
        Assert.Equal("│", Line);
    }

    [Fact]
    public void The_history_forgets_the_oldest_and_keeps_no_repetitions_or_empty_lines()
    {
        Press("1\n", "2\n", "3\n", "4\n", "4\n", "\n", Keys.Up, Keys.Up, Keys.Up);
        Assert.Equal("2│", Line);
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Up));
    }

    [Fact]
    public void Control_C_ends_the_input_always_and_control_D_on_an_empty_line()
    {
        Assert.Equal(EditOutcome.EndOfInput, Press(Keys.Ctrl('d')));
        Assert.Equal(EditOutcome.Unchanged, Press("a", Keys.Ctrl('d')));
        Assert.Equal(EditOutcome.EndOfInput, Press(Keys.Ctrl('c')));
    }

    [Fact]
    public void Keys_without_a_meaning_change_nothing()
    {
        Press("a");
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Ctrl('x')));
        Assert.Equal(EditOutcome.Unchanged, Press(Keys.Tab));
        Assert.Equal(EditOutcome.Unchanged, _editor.Press(new ConsoleKeyInfo('\0', ConsoleKey.F5, false, false, false)));
        Assert.Equal(EditOutcome.Unchanged, _editor.Press(new ConsoleKeyInfo('\e', ConsoleKey.Escape, false, false, false)));
        Assert.Equal("a│", Line);
    }

    private EditOutcome Press(params Keys[] keys)
    {
        var outcome = EditOutcome.Unchanged;
        foreach (var info in keys.SelectMany(key => key.Infos))
        {
            outcome = _editor.Press(info);
        }

        return outcome;
    }
}
