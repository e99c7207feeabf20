using System.Text.RegularExpressions;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>
/// A story as it stands in its file: a title, perhaps lines that make it run once for each of several doors (or other words), and its steps.
/// <code>
/// # whoever leaves can come back
/// for every &lt;door&gt; of text, json, alias
///
/// alice over &lt;door&gt;  joins
/// </code>
/// </summary>
public sealed partial class Story
{
    private const string EveryDoor = "every door";

    private Story(string file, string title, IReadOnlyList<StoryLine> lines, IReadOnlyList<IReadOnlyList<(string Name, string Door)>> castings)
    {
        File = file;
        Title = title;
        Lines = lines;
        Castings = castings;
    }

    public string File { get; }

    public string Title { get; }

    public IReadOnlyList<StoryLine> Lines { get; }

    /// <summary>Which doors stand for the names in angle brackets; one run of the story for each.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, string Door)>> Castings { get; }

    public static Story Read(string file, IEnumerable<string> text, IReadOnlyList<string> doors)
    {
        string? title = null;
        var lines = new List<StoryLine>();
        IReadOnlyList<(string Name, string Door)>[] castings = [[]];
        foreach (var (number, line) in text.Select((line, index) => (index + 1, line.Trim())))
        {
            if (line.StartsWith('#'))
            {
                title ??= line.TrimStart('#', ' ');
            }
            else if (line.StartsWith("for ", StringComparison.Ordinal))
            {
                var header = Header().Match(line);
                if (!header.Success || lines.Count > 0)
                {
                    throw new StoryException(file, number, $"'{line}' must come before the steps and read: for every <name> of text, json (or: of {EveryDoor}).");
                }

                var named = header.Groups["doors"].Value == EveryDoor ? doors : header.Groups["doors"].Value.Split(',', StringSplitOptions.TrimEntries);
                castings = [.. castings.SelectMany(known => named.Select(door => (IReadOnlyList<(string, string)>)[.. known, (header.Groups["name"].Value, door)]))];
            }
            else if (line.Length > 0)
            {
                lines.Add(new StoryLine(number, line));
            }
        }

        return title is null || lines.Count == 0
            ? throw new StoryException(file, 1, "A story begins with '# its title' and has steps.")
            : new Story(file, title, lines, castings);
    }

    /// <summary>The steps of one run, with doors in the places of the names in angle brackets.</summary>
    public IEnumerable<StoryLine> Cast(IReadOnlyList<(string Name, string Door)> casting) => Lines.Select(line => line with
    {
        Text = casting.Aggregate(line.Text, (text, role) => text.Replace(role.Name, role.Door, StringComparison.Ordinal)),
    });

    [GeneratedRegex(@"^for every (?<name><[a-z]+>) of (?<doors>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Header();
}
