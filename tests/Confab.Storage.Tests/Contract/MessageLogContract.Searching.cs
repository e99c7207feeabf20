using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    [Theory]
    [InlineData("kettle")]
    [InlineData("KETTLE")]
    [InlineData("ettl")]
    [InlineData("boil kettle")]
    [InlineData("kettle   \t kettle")]
    [InlineData("k")]
    [InlineData("g.")]
    [InlineData("ett il")]
    public void Parts_of_words_are_found_in_any_order_and_case(string words) =>
        EachIndexStage(() => Assert.Equal(["The Kettle is boiling."], Log.Found(words)), "The Kettle is boiling.", "cup", "sugar");

    [Theory]
    [InlineData("茶")]
    [InlineData("喝茶")]
    [InlineData("茶吧")]
    [InlineData("我们喝")]
    [InlineData("我们去喝茶吧")]
    [InlineData("茶 我们")]
    [InlineData("tea茶")]
    public void Chinese_words_of_any_length_are_found(string words) =>
        EachIndexStage(() => Assert.NotEmpty(Log.Found(words)), "好,我们去喝茶吧", "tea茶 我们喝茶吧", "咖啡");

    [Theory]
    [InlineData("紅茶", "紅茶をどうぞ")]
    [InlineData("ドウゾ", "ドウゾ、コーヒー")]
    [InlineData("ｺｰﾋｰ", "ドウゾ、コーヒー")]
    [InlineData("김치", "김치 주세요")]
    [InlineData("세", "김치 주세요")]
    public void Japanese_and_Korean_words_are_found(string words, string expected) =>
        EachIndexStage(() => Assert.Equal([expected], Log.Found(words)), "紅茶をどうぞ", "ドウゾ、コーヒー", "김치 주세요");

    [Theory]
    [InlineData("ΣΊΣΥΦΟΣ", "Σίσυφος")]
    [InlineData("straße", "STRASSE 5")]
    [InlineData("STRASSE", "lange Straße")]
    [InlineData("cafe\u0301", "Café")]
    [InlineData("CAFÉ", "Cafe\u0301")]
    [InlineData("full", "ｆｕｌｌ ｗｉｄｔｈ")]
    [InlineData("office", "o\uFB03ce")]
    [InlineData("👩‍🚀", "an astronaut 👩‍🚀 here")]
    [InlineData("🚀", "an astronaut 👩‍🚀 here")]
    [InlineData("𠮷", "𠮷野家")]
    [InlineData("𠮷野", "𠮷野家")]
    public void Forms_of_the_same_letters_match(string words, string text) =>
        EachIndexStage(() => Assert.Equal([text], Log.Found(words)), text, "something else");

    [Theory]
    [InlineData("100%", "100% sure")]
    [InlineData("%", "100% sure")]
    [InlineData("_", "snake_case")]
    [InlineData("snake_", "snake_case")]
    [InlineData("\"quoted", "a \"quoted\" word")]
    [InlineData("\"", "a \"quoted\" word")]
    [InlineData("a*", "a*b -c")]
    [InlineData("-c", "a*b -c")]
    [InlineData("it's", "it's (fine)")]
    [InlineData("(fine)", "it's (fine)")]
    [InlineData("c:\\", "dir c:\\temp")]
    [InlineData("\\", "dir c:\\temp")]
    [InlineData("^x", "{tokens}: ^x")]
    [InlineData("{tokens}:", "{tokens}: ^x")]
    [InlineData("NOT", "not or and near(")]
    [InlineData("OR AND NEAR(", "not or and near(")]
    [InlineData("C#", "c# #tea")]
    public void Special_characters_stand_for_themselves(string words, string expected) => EachIndexStage(
        () => Assert.Equal([expected], Log.Found(words)),
        "100% sure", "snake_case", "a \"quoted\" word", "a*b -c", "it's (fine)", "dir c:\\temp", "{tokens}: ^x",
        "not or and near(", "c# #tea", "plain");

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\u3000 ")]
    [InlineData("absent")]
    [InlineData("kettle absent")]
    [InlineData("ke tle zz")]
    [InlineData("\0")]
    [InlineData("\u0001x")]
    [InlineData("\ud800")]
    [InlineData("kettle\udc00")]
    [InlineData("is boil")]
    public void No_words_and_absent_words_find_nothing(string words) =>
        EachIndexStage(() => Assert.Empty(Log.Found(words)), "the kettle isn't hot", "all cold");

    [Fact]
    public void A_very_long_word_is_searched_whole()
    {
        var random = new Random(7);
        var word = string.Concat(Enumerable.Range(0, 3_000).Select(_ => (char)random.Next('a', 'z' + 1)));
        EachIndexStage(
            () =>
            {
                Assert.Equal(["say " + word], Log.Found(word));
                Assert.Equal(["say " + word], Log.Found(string.Join(' ', word.Chunk(5).Select(part => new string(part)))));
                Assert.Empty(Log.Found(word + "!"));
            },
            "say " + word,
            word[..^1]);
    }

    [Fact]
    public void Only_the_rooms_asked_for_are_searched()
    {
        Log.Append(New.Say("tea one"), New.Say("tea two", "#ops"), New.Say("tea three", "#secret"), New.Say("tea four", "#ops"));
        for (var stage = 0; stage < 2; stage++)
        {
            Assert.Equal(["tea one"], Log.Found("tea", "#tea"));
            Assert.Equal(["tea four", "tea two", "tea one"], Log.Found("tea", "#tea", "#ops", "#ops", "#nowhere"));
            Assert.Empty(Log.Found("tea", "#nowhere"));
            Assert.Empty(Log.Search(new SearchQuery("tea", [], long.MaxValue, 10), TestContext.Current.CancellationToken));
            Log.IndexAll();
        }
    }

    [Fact]
    public void Very_many_rooms_can_be_searched_at_once()
    {
        var rooms = Enumerable.Range(0, 300).Select(i => $"#r{i}").ToArray();
        Log.Append([.. rooms.Select(room => New.Say("tea in " + room, room)), New.Say("tea elsewhere")]);
        for (var stage = 0; stage < 2; stage++)
        {
            Assert.Equal(100, Log.Found("tea", rooms).Length);
            Assert.Equal(["tea in #r250"], Log.Found("r250", rooms));
            Assert.Equal(["tea in #r50"], Log.Found("r50", [.. rooms.Take(60)]));
            Log.IndexAll();
        }
    }

    [Fact]
    public void Messages_actions_and_notices_are_searched_and_topics_are_not()
    {
        Log.Append(
            New.Make(MessageKind.Message, "tea 1"), New.Make(MessageKind.Action, "tea 2"),
            New.Make(MessageKind.Notice, "tea 3"), New.Make(MessageKind.Topic, "tea 4"));

        Assert.Equal(["tea 3", "tea 2", "tea 1"], Log.Found("tea"));
        Log.IndexAll();
        Assert.Equal(["tea 3", "tea 2", "tea 1"], Log.Found("tea"));
    }

    [Fact]
    public void Pages_follow_each_other_by_position()
    {
        for (var i = 0; i < 25; i++)
        {
            Log.Append(New.Say($"tea {i}"), New.Say("coffee"), New.Say("tea elsewhere", "#ops"));
            if (i == 15)
            {
                Log.IndexAll();
            }
        }

        var pages = new List<string>();
        var before = long.MaxValue;
        for (IReadOnlyList<LogEntry> page; (page = Page(before)).Count > 0; before = page[^1].Position)
        {
            Assert.True(page.Count <= 4);
            pages.AddRange(page.Texts());
        }

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"tea {i}"), pages);

        IReadOnlyList<LogEntry> Page(long from) =>
            Log.Search(new SearchQuery("tea", ["#tea"], from, 4), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_search_can_be_called_off()
    {
        Log.Append(New.Say("tea"));

        Assert.ThrowsAny<OperationCanceledException>(
            () => Log.Search(new SearchQuery("tea", ["#tea"], long.MaxValue, 1), new CancellationToken(canceled: true)));
    }

    // Nothing indexed, half of it, all of it, and all of it after a restart.
    private void EachIndexStage(Action check, params string[] texts)
    {
        Log.Append([.. texts.Select(text => New.Say(text))]);
        check();
        Log.IndexMore((texts.Length + 1) / 2);
        check();
        Log.IndexAll();
        check();
        Restart();
        check();
    }
}
