namespace Confab.Client.Events;

/// <summary>A line of a classic dialect, as that dialect's client shows it. May hold line ends where the dialect's messages may.</summary>
/// <param name="Text">The text, as it was sent: clean it before a terminal sees it.</param>
public sealed record LineShown(string Text) : ClientEvent;
