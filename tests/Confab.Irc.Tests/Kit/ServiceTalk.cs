using System.Text.RegularExpressions;

namespace Confab.Irc.Tests.Kit;

/// <summary>What NickServ and ChanServ answer.</summary>
internal static partial class ServiceTalk
{
    /// <summary>All that a service said, a line each; empty where it said nothing.</summary>
    public static string AnswerOf(this Replies replies, string service) =>
        string.Join('\n', replies.All("NOTICE").Where(line => line.Nick == service).Select(line => line.Last));

    /// <summary>The code that must be repeated, as an answer tells it; fails where it tells none.</summary>
    public static string CodeIn(string answer)
    {
        Assert.Matches(Code(), answer);
        return Code().Match(answer).Groups["code"].Value;
    }

    [GeneratedRegex(@"(\bcode\W+|\bDROP #\S+ )(?<code>[A-Za-z0-9-]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Code();
}
