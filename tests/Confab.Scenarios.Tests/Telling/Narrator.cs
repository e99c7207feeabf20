namespace Confab.Scenarios.Tests.Telling;

/// <summary>Tells a story, step by step, on a stage of its own.</summary>
internal static class Narrator
{
    public static async Task TellAsync(Story story, IReadOnlyList<(string Name, string Door)> casting)
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var line in story.Cast(casting))
        {
            try
            {
                await Vocabulary.PlayAsync(stage, line.Text);
            }
            catch (Exception problem) when (problem is InvalidOperationException or TimeoutException)
            {
                throw new StoryException(story.File, line.Number, $"{line.Text}\n{problem.Message}", problem);
            }
        }
    }
}
