using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class CompletionTests
{
    private readonly LineEditor _editor =
        new(maxLength: 20, completion: new NicknameCompletion(() => ["bob", "alice", "Albert", "Zoë"]).Complete);

    private string Line => _editor.Text.Insert(_editor.Cursor, "│");

    [Fact]
    public void Tab_walks_through_the_nicknames_that_begin_so()
    {
        Assert.Equal("Albert: │", After("al", Keys.Tab));
        Assert.Equal("alice: │", After(Keys.Tab));
        Assert.Equal("Albert: │", After(Keys.Tab));
    }

    [Fact]
    public void Shift_tab_walks_backwards()
    {
        Assert.Equal("alice: │", After("al", Keys.BackTab));
        Assert.Equal("Albert: │", After(Keys.BackTab));
        Assert.Equal("alice: │", After(Keys.BackTab));
    }

    [Fact]
    public void Within_a_line_no_colon_is_added_and_the_rest_stays() =>
        Assert.Equal("ask bob │ now", After("ask  now", Keys.Home, Keys.Alt('f'), Keys.Right, "b", Keys.Tab));

    [Fact]
    public void Another_key_accepts_the_candidate() => Assert.Equal("Zoë: hi al│", After("zo", Keys.Tab, "hi al"));

    [Fact]
    public void A_new_word_begins_a_new_walk() => Assert.Equal("Zoë: bob │", After("zo", Keys.Tab, "b", Keys.Tab));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("bob ")]
    public void Where_nothing_fits_nothing_happens(string text) => Assert.Equal(text + "│", After(text, Keys.Tab));

    [Fact]
    public void A_candidate_too_long_for_the_line_is_not_put_in() =>
        Assert.Equal("0123456789012345 a│", After("0123456789012345 a", Keys.Tab));

    private string After(params Keys[] keys)
    {
        foreach (var info in keys.SelectMany(key => key.Infos))
        {
            _editor.Press(info);
        }

        return Line;
    }
}
