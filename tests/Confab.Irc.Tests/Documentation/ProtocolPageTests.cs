using System.Text.RegularExpressions;
using Confab.Irc.Tests.Kit;

namespace Confab.Irc.Tests.Documentation;

/// <summary>Holds <c>docs/protocols/irc.md</c> to what a running server says of itself: nothing may be missing there, and nothing may stand there that is not.</summary>
public sealed partial class ProtocolPageTests : IAsyncLifetime
{
    private static readonly string[] _lines = File.ReadAllLines(FindPage());

    private IrcServer _server = null!;
    private Replies _burst = null!;
    private IrcClient _operator = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await IrcServer.StartAsync(("irc.denyClientTags", "+nothing"));
        _operator = await _server.ConnectAsync();
        _burst = await _operator.RegisterAsync("asker");
        await _operator.AskAsync($"OPER {IrcServer.OperName} {IrcServer.OperPassword}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_command_stands_on_the_page_and_no_other()
    {
        var help = await _operator.AskAsync("HELP");
        var commands = help.All("705").SelectMany(line => line.Last.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(commands.Order(StringComparer.Ordinal), FirstCells("Commands").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_capability_stands_on_the_page_and_no_other()
    {
        var offered = await _server.OfferedAsync();

        // Strict transport security is offered with a TLS door only.
        Assert.Equal(offered.Keys.Append("sts").Distinct().Order(StringComparer.Ordinal), FirstCells("Capabilities").Order(StringComparer.Ordinal));
        Assert.Contains(offered["sasl"], Section("Capabilities"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_token_stands_on_the_page_and_no_other() =>
        Assert.Equal(Tokens.Of(_burst).All.Keys.Order(StringComparer.Ordinal), FirstCells("RPL_ISUPPORT").Order(StringComparer.Ordinal));

    [Fact]
    public void Values_that_no_setting_changes_are_those_of_the_page()
    {
        var tokens = Tokens.Of(_burst);

        Assert.All(
            ["CHANMODES", "PREFIX", "STATUSMSG", "EXTBAN", "ELIST", "MSGREFTYPES", "MODES", "CHANNELLEN", "HOSTLEN", "USERLEN"],
            name => Assert.Matches($"(?m)^\\| `{name}` \\| `?{Regex.Escape(tokens[name])}`?( |$)", Section("RPL_ISUPPORT")));
    }

    [Fact]
    public void Every_mode_stands_on_the_page_and_no_other()
    {
        var told = _burst.One("004");

        Assert.Equal(told[3].Order(), FirstCells("User modes").Select(cell => cell[0]).Order());
        Assert.Equal(told[4].Distinct().Order(), FirstCells("Channel modes").Where(cell => cell.Length == 1).Select(cell => cell[0]).Order());
    }

    private static IEnumerable<string> FirstCells(string section) => Section(section).Split('\n')
        .Select(line => FirstCell().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups["cell"].Value);

    private static string Section(string title) => string.Join(
        '\n', _lines.SkipWhile(line => line != $"## {title}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)));

    private static string FindPage()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var page = Path.Combine(folder, "docs", "protocols", "irc.md");
            if (File.Exists(page))
            {
                return page;
            }
        }

        throw new InvalidOperationException($"There is no docs/protocols/irc.md above {AppContext.BaseDirectory}; run the tests from a checkout.");
    }

    [GeneratedRegex(@"^\| `(?<cell>[^`]+)` \|", RegexOptions.NonBacktracking)]
    private static partial Regex FirstCell();
}
