using System.Globalization;
using System.Text.RegularExpressions;
using Confab.Dialects;

namespace Confab.Architecture.Tests;

public sealed partial class DialectDocumentationTests
{
    public static TheoryData<string> Dialects() => [.. DialectCatalog.Names];

    public static TheoryData<string> Doors() => [.. DialectCatalog.DefaultDoors];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_dialect_has_its_page(string name) => Assert.Contains($"`{name}`", Index().Keys);

    [Theory]
    [MemberData(nameof(Doors))]
    public void The_page_of_a_default_door_tells_its_port(string name)
    {
        var page = File.ReadAllText(House.At("docs", "protocols", Index()[$"`{name}`"]));

        Assert.Contains(DialectCatalog.DefaultPort(name)!.Value.ToString(CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_describes_a_dialect_that_does_not_exist() =>
        Assert.Empty(Index().Keys.Except(DialectCatalog.Names.Select(name => $"`{name}`")));

    /// <summary>The table of docs/protocols/README.md: which dialect is described on which page.</summary>
    private static Dictionary<string, string> Index()
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in File.ReadLines(House.At("docs", "protocols", "README.md")).Select(line => line.Split('|')))
        {
            if (cells.Length > 3 && Link().Match(cells[1]) is { Success: true } link)
            {
                foreach (var dialect in cells[2].Split(',', StringSplitOptions.TrimEntries))
                {
                    index.Add(dialect, link.Groups["page"].Value);
                }
            }
        }

        return index;
    }

    [GeneratedRegex(@"\((?<page>[a-z-]+\.md)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
