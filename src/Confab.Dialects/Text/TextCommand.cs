using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>A command of the text dialect.</summary>
/// <param name="Word">The word after the slash, in lower case.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Help">What it does.</param>
/// <param name="Read">Makes the request from what follows the word; null where that is not as it must be.</param>
internal sealed record TextCommand(string Word, string Usage, string Help, Func<string, TextConversation, Request?> Read);
