using Confab.Chat.Names;
using Confab.Chat.Requests;

namespace Confab.Dialects.OperatorConsole;

/// <summary>One command of the console.</summary>
/// <param name="Word">What follows the slash.</param>
/// <param name="Usage">The whole line, as help shows it.</param>
/// <param name="Help">What it does.</param>
/// <param name="Read">Reads what follows the word, in the default room; null where that is not the usage.</param>
internal sealed record ConsoleCommand(string Word, string Usage, string Help, Func<string, RoomName, Request?> Read);
