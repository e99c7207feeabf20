using Confab.Scenarios.Tests.Doors;
using Confab.Scenarios.Tests.Telling;

namespace Confab.Scenarios.Tests;

/// <summary>A story that is wrong, or that goes otherwise than it is told, says where and why.</summary>
public sealed class StoryErrorsTests
{
    [Theory]
    [InlineData("bob sees alice \"good bye\"", "bob over relay does not see that next", "'alice:hello'")]
    [InlineData("bob sees alice \"hell\"\nbob sees nothing more", "bob over relay sees something more", "'o'")]
    [InlineData("bob sees nothing more", "bob over relay sees something more", "'alice:hello'")]
    [InlineData("bob sees alice \"hello\"\nbob sees alice \"hello\"", "bob over relay does not see that next", "nothing")]
    [InlineData("everybody sees bob \"hello\"", "alice over text does not see that next", "nothing")]
    [InlineData("alice sees bob join", "alice over text does not see that next", "nothing")]
    [InlineData("alice is told that nobody is called bob", "alice over text does not see that next", "nothing")]
    public async Task What_goes_otherwise_than_it_is_told_fails_at_its_line(string rest, params string[] reasons)
    {
        var lines = rest.Split('\n');

        var failure = await Assert.ThrowsAsync<StoryException>(() => Tell(["# a kettle", "alice over text joins", "bob over relay joins", "alice says \"hello\"", .. lines]));

        Assert.StartsWith($"kettle.story:{4 + lines.Length}: {lines[^1]}", failure.Message, StringComparison.Ordinal);
        Assert.All(reasons, reason => Assert.Contains(reason, failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alice over smoke joins", "There is no door 'smoke'. Doors are text, json, relay")]
    [InlineData("alice says \"hello\"", "alice is not here; say 'over DOOR joins' first")]
    [InlineData("alice sings \"hello\"", "This is no step. Steps are:")]
    [InlineData("alice over relay joins\nalice whispers bob \"psst\"", "Nobody can whisper through the door 'relay'")]
    [InlineData("alice over relay joins\nalice sees alice join", "The door 'relay' never shows a Join")]
    [InlineData("alice over text joins\nalice over json joins", "alice is here already")]
    [InlineData("alice over text joins\nalice sees bob \"hello\"", "Nobody called bob was ever here")]
    [InlineData("alice over text joins\nalice says \"one\\ntwo\"", "Through this door a line feed ends the message")]
    public async Task A_step_that_cannot_be_played_says_why(string steps, string reason)
    {
        var failure = await Assert.ThrowsAsync<StoryException>(() => Tell(["# a kettle", .. steps.Split('\n')]));

        Assert.StartsWith($"kettle.story:{1 + steps.Split('\n').Length}: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "alice over text joins" }, "kettle.story:1: A story begins with '# its title'")]
    [InlineData(new[] { "# a kettle" }, "kettle.story:1: A story begins with '# its title' and has steps")]
    [InlineData(new[] { "# a kettle", "alice over text joins", "for every <door> of text" }, "kettle.story:3: 'for every <door> of text' must come before the steps")]
    [InlineData(new[] { "# a kettle", "for all doors" }, "kettle.story:2: 'for all doors' must come before the steps and read: for every <name> of")]
    public void A_file_that_is_no_story_says_why(string[] lines, string reason) => Assert.StartsWith(
        reason, Assert.Throws<StoryException>(() => Story.Read("kettle.story", lines, DoorCatalog.Names)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_story_is_told_once_for_each_choice_of_doors()
    {
        var story = Story.Read("kettle.story", ["# a kettle", "for every <one> of text, nul", "for every <two> of every door", "alice over <one> joins"], ["relay", "json"]);

        Assert.Equal(
            ["text relay", "text json", "nul relay", "nul json"],
            story.Castings.Select(casting => string.Join(' ', casting.Select(role => role.Door))));
        Assert.Equal("alice over nul joins", Assert.Single(story.Cast(story.Castings[2])).Text);
    }

    private static Task Tell(string[] lines) => Narrator.TellAsync(Story.Read("kettle.story", lines, DoorCatalog.Names), []);
}
