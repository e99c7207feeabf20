using System.Text.RegularExpressions;
using Confab.Chat.Requests;

namespace Confab.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void A_file_has_at_most_400_lines()
    {
        var tooLong = House.SourceFiles("src", "tests", "bench", "samples")
            .Select(file => (Name: Path.GetRelativePath(House.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_warning_is_switched_off_in_the_source()
    {
        var switched = House.SourceFiles("src", "tests", "bench", "samples")
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#pragma", StringComparison.Ordinal)));

        Assert.Empty(switched.Select(file => Path.GetRelativePath(House.Root, file)));
    }

    [Fact]
    public void Every_request_has_tests_of_its_rule()
    {
        var missing = typeof(Request).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Request)))
            .Where(type => !File.Exists(House.At("tests", "Confab.Chat.Tests", "Requests", $"{type.Name}Tests.cs")));

        Assert.Empty(missing);
    }

    [Fact]
    public void Tests_wait_for_answers_and_never_for_time()
    {
        // Waiting without an end, to be cancelled, is no waiting for time.
        var sleeping = House.SourceFiles("tests")
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Where: $"{Path.GetRelativePath(House.Root, file)}:{index + 1}", Line: line)))
            .Where(one => Sleep().IsMatch(one.Line) && !one.Line.Contains("Timeout.Infinite", StringComparison.Ordinal))
            .Select(one => one.Where);

        Assert.Empty(sleeping);
    }

    [Fact]
    public void A_document_that_a_comment_names_exists()
    {
        var missing = House.SourceFiles("src", "tests", "bench")
            .SelectMany(file => Document().Matches(File.ReadAllText(file)).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Where(path => !File.Exists(House.At(path.Split('/'))));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(", RegexOptions.NonBacktracking)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bdocs/[a-z0-9/-]+\.md\b", RegexOptions.NonBacktracking)]
    private static partial Regex Document();
}
