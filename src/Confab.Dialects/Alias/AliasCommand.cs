namespace Confab.Dialects.Alias;

/// <summary>One command of the dialect.</summary>
/// <param name="Word">The word after the slash.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Help">What it does.</param>
internal sealed record AliasCommand(string Word, string Usage, string Help)
{
    public static AliasCommand Direct { get; } = new("dm", "/dm ALIAS text", "send a message to one member");

    public static AliasCommand Broadcast { get; } = new("bm", "/bm text", "send a message to everybody");

    public static AliasCommand Users { get; } = new("users", "/users", "list who is here");

    public static AliasCommand ListCommands { get; } = new("help", "/help", "show this list");

    public static AliasCommand Quit { get; } = new("quit", "/quit", "leave");

    /// <summary>All commands, in the order in which the help shows them.</summary>
    public static IReadOnlyList<AliasCommand> All { get; } = [Direct, Broadcast, Users, ListCommands, Quit];

    public static AliasCommand? Find(ReadOnlySpan<char> word)
    {
        foreach (var command in All)
        {
            if (word.Equals(command.Word, StringComparison.OrdinalIgnoreCase))
            {
                return command;
            }
        }

        return null;
    }
}
