using Confab.Scenarios.Tests.Doors;
using Confab.Scenarios.Tests.Telling;

namespace Confab.Scenarios.Tests;

/// <summary>Every file in <c>Stories</c>, told once for each choice of doors that it asks for.</summary>
public sealed class StoryTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Stories");

    public static TheoryData<string, string> Stories()
    {
        var all = new TheoryData<string, string>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*.story").Order(StringComparer.Ordinal))
        {
            foreach (var casting in Read(Path.GetFileName(path)).Castings)
            {
                all.Add(Path.GetFileName(path), Doors(casting));
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task The_story_goes_as_it_is_told(string file, string doors)
    {
        var story = Read(file);
        await Narrator.TellAsync(story, story.Castings.Single(casting => Doors(casting) == doors));
    }

    [Fact]
    public void Every_door_takes_part_in_some_story()
    {
        var told = Directory.EnumerateFiles(_folder).SelectMany(path => Read(Path.GetFileName(path)).Castings).SelectMany(casting => casting).Select(role => role.Door);

        Assert.Empty(DoorCatalog.Names.Except(told));
    }

    private static Story Read(string file) => Story.Read($"Stories/{file}", File.ReadLines(Path.Combine(_folder, file)), DoorCatalog.Names);

    private static string Doors(IReadOnlyList<(string Name, string Door)> casting) =>
        string.Join(", ", casting.Select(role => role.Door));
}
