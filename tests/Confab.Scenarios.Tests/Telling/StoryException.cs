namespace Confab.Scenarios.Tests.Telling;

/// <summary>A story that cannot be told, or that turned out differently; the message begins with the file and the line.</summary>
public sealed class StoryException : Exception
{
    public StoryException(string file, int line, string problem, Exception? cause = null)
        : base($"{file}:{line}: {problem}", cause)
    {
    }
}
