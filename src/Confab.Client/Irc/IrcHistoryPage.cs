namespace Confab.Client.Irc;

/// <summary>A piece of history.</summary>
/// <param name="Messages">What was said, oldest first.</param>
/// <param name="MayHaveMore">Whether the page is full, so that there may be others beyond it in the direction that was asked for.</param>
public sealed record IrcHistoryPage(IReadOnlyList<IrcEntry> Messages, bool MayHaveMore);
