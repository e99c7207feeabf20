using System.Xml.Linq;

namespace Confab.Architecture.Tests;

/// <summary>The arrows of docs/architecture.md, from user to used. Anything not drawn here is a surprise worth a conversation.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> _arrows = new(StringComparer.Ordinal)
    {
        ["Confab.Chat"] = [],
        ["Confab.Protocols"] = [],
        ["Confab.Polling"] = [],
        ["Confab.Storage"] = ["Confab.Chat"],
        ["Confab.Storage.Sqlite"] = ["Confab.Storage"],
        ["Confab.Engine"] = ["Confab.Storage"],
        ["Confab.Dialects"] = ["Confab.Engine", "Confab.Protocols"],
        ["Confab.Transport"] = ["Confab.Dialects", "Confab.Polling"],
        ["Confab.Server"] = ["Confab.Transport", "Confab.Storage.Sqlite"],
        ["Confab.Client"] = ["Confab.Protocols"],
        ["Confab.Cli"] = ["Confab.Server", "Confab.Client", "Confab.Polling"],
    };

    public static TheoryData<string> Projects() => [.. House.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_exactly_the_projects_that_its_arrows_point_to(string project)
    {
        var file = XDocument.Load(House.At("src", project, $"{project}.csproj"));
        var named = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.True(_arrows.TryGetValue(project, out var arrows), $"{project} is new: draw its arrows here and in docs/architecture.md.");
        Assert.Equal(arrows!.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_uses_nothing_of_ours_beyond_its_arrows(string project)
    {
        var used = UsedTypes.Assemblies(project).Where(name => name.StartsWith("Confab.", StringComparison.Ordinal));

        Assert.Empty(used.Except(Reachable(project)));
    }

    [Theory]
    [InlineData("Confab.Chat")]
    [InlineData("Confab.Protocols")]
    [InlineData("Confab.Polling")]
    [InlineData("Confab.Storage")]
    [InlineData("Confab.Engine")]
    [InlineData("Confab.Dialects")]
    [InlineData("Confab.Transport")]
    [InlineData("Confab.Client")]
    public void These_have_no_packages(string project)
    {
        var foreign = UsedTypes.Assemblies(project)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Confab.", StringComparison.Ordinal));

        Assert.Empty(foreign);
        Assert.Empty(XDocument.Load(House.At("src", project, $"{project}.csproj")).Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("Confab.Chat")]
    [InlineData("Confab.Protocols")]
    [InlineData("Confab.Storage")]
    [InlineData("Confab.Storage.Sqlite")]
    [InlineData("Confab.Engine")]
    [InlineData("Confab.Dialects")]
    public void These_know_of_no_socket(string project)
    {
        Assert.DoesNotContain("System.Net.Sockets", UsedTypes.Assemblies(project));
        Assert.DoesNotContain(UsedTypes.Types(project), type => type.StartsWith("System.Net.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Confab.Chat")]
    [InlineData("Confab.Protocols")]
    public void These_do_nothing_but_compute(string project)
    {
        string[] outside = ["System.IO.", "System.Net.", "System.Threading.", "System.Diagnostics.Process", "System.Environment", "System.Console", "System.TimeProvider"];

        Assert.DoesNotContain(UsedTypes.Types(project), type => outside.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Confab.Chat")]
    [InlineData("Confab.Protocols")]
    [InlineData("Confab.Storage.Sqlite")]
    [InlineData("Confab.Engine")]
    [InlineData("Confab.Dialects")]
    [InlineData("Confab.Transport")]
    [InlineData("Confab.Client")]
    public void These_have_no_clock_of_their_own_and_wait_for_none(string project)
    {
        string[] clocks =
        [
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
            "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
            "System.Diagnostics.Stopwatch.StartNew", "System.Diagnostics.Stopwatch.GetTimestamp",
            "System.Threading.Thread.Sleep", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        ];

        Assert.Empty(UsedTypes.Members(project).Intersect(clocks));
    }

    [Theory]
    [InlineData("Confab.Chat")]
    [InlineData("Confab.Protocols")]
    [InlineData("Confab.Engine")]
    [InlineData("Confab.Dialects")]
    public void These_leave_nothing_to_chance(string project)
    {
        string[] chances =
        [
            "System.Random.get_Shared", "System.Random..ctor", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
            "System.Security.Cryptography.RandomNumberGenerator.GetBytes", "System.Security.Cryptography.RandomNumberGenerator.Fill",
        ];

        Assert.Empty(UsedTypes.Members(project).Intersect(chances));
    }

    private static HashSet<string> Reachable(string project)
    {
        var reachable = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(_arrows[project]);
        while (waiting.TryPop(out var next))
        {
            if (reachable.Add(next))
            {
                foreach (var further in _arrows[next])
                {
                    waiting.Push(further);
                }
            }
        }

        return reachable;
    }
}
