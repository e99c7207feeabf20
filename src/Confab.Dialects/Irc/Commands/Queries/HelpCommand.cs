using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>What the commands do, from the table of commands (Modern IRC, HELP). HELPOP is what older programs call it.</summary>
internal static class HelpCommand
{
    // As many names as stand in a line of a terminal.
    private const int NamesPerLine = 10;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("HELP", 0, IrcState.Registered, ["HELP [<command>]", "Lists the commands, or tells what one does."], Run),
        new("HELPOP", 0, IrcState.Registered, ["HELPOP [<command>]", "The same as HELP."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var subject = context.Message.Parameter(0);
        if (string.IsNullOrEmpty(subject))
        {
            Write(context, "*", "The commands of this server", [.. Names(context), "HELP and the name of a command tells what it does."]);
        }
        else if (IrcCommandTable.All.TryGetValue(subject.ToUpperInvariant(), out var command))
        {
            Write(context, subject, $"The {command.Name} command", command.ForOperators ? [.. command.Help, "For operators of the server only."] : command.Help);
        }
        else
        {
            context.Reply(
                IrcNumerics.ErrHelpNotFound,
                subject.Contains(' ', StringComparison.Ordinal) || subject.StartsWith(':') ? "*" : subject,
                "There is no help about this; HELP alone lists what there is");
        }
    }

    private static IEnumerable<string> Names(IrcContext context) => IrcCommandTable.All.Values
        .Where(command => !command.ForOperators || context.Asker.SignedOn.IsServerOperator)
        .Select(command => command.Name)
        .Order(StringComparer.Ordinal)
        .Chunk(NamesPerLine)
        .Select(names => string.Join(' ', names));

    private static void Write(IrcContext context, string subject, string title, string[] lines)
    {
        context.Reply(IrcNumerics.RplHelpStart, subject, title);
        context.Reply(IrcNumerics.RplHelpTxt, subject, string.Empty);
        for (var i = 0; i < lines.Length; i++)
        {
            context.Reply(i < lines.Length - 1 ? IrcNumerics.RplHelpTxt : IrcNumerics.RplEndOfHelp, subject, lines[i]);
        }
    }
}
