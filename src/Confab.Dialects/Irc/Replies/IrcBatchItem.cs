namespace Confab.Dialects.Irc.Replies;

/// <summary>Lines that belong together (IRCv3 batch). A client without batches is sent the lines alone.</summary>
/// <param name="Type">The batch's type, such as <c>chathistory</c>.</param>
/// <param name="Parameters">The batch's parameters.</param>
/// <param name="Items">What is in it.</param>
internal sealed record IrcBatchItem(string Type, IReadOnlyList<string> Parameters, IReadOnlyList<IrcItem> Items) : IrcItem;
