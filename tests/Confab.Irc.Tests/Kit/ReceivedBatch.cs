namespace Confab.Irc.Tests.Kit;

/// <summary>A batch that was begun and ended.</summary>
internal sealed record ReceivedBatch(IrcMessage Start, IReadOnlyList<IrcMessage> Lines, IrcMessage End)
{
    public string Reference => Start[0][1..];

    /// <summary>The last parameters of its lines, such as what was said.</summary>
    public IReadOnlyList<string> Texts => [.. Lines.Select(line => line.Last)];
}
