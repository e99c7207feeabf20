namespace Confab.Dialects.Irc.Replies;

/// <summary>A part of an answer: a line, something that happened, or a batch of lines.</summary>
internal abstract record IrcItem;
