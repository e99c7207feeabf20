using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Services;

/// <summary>
/// Somebody of the server whom people ask by private message, from every door: it understands a few commands, makes each into the request that any
/// other way would make, and answers in notices. It sits in no room and is not listed.
/// </summary>
public abstract class Service
{
    private const string Door = "service";

    private protected Service(string name, string realName, params string[] aliases)
    {
        Name = Nickname.MakeValid(name, Nickname.DefaultMaxLength, name);
        Aliases = aliases;
        Participant = new Participant(default, Name, new SessionOrigin(Door, "services", 0), Presence.Quiet)
        {
            Username = Door,
            RealName = realName,
            IsBot = true,
        };
    }

    /// <summary>Under which it is asked.</summary>
    public Nickname Name { get; }

    /// <summary>Words that doors with commands offer for asking it, in upper case.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>As it is shown when it speaks.</summary>
    public Participant Participant { get; }

    /// <summary>What it understands, in the order in which its help lists it.</summary>
    internal abstract IReadOnlyList<ServiceCommand> Commands { get; }

    /// <summary>The command of that name, in any case; null where it has none such.</summary>
    internal ServiceCommand? Find(string name) =>
        Commands.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The lines that explain it, or one of its commands.</summary>
    internal IEnumerable<string> Help(string about)
    {
        if (about.Length > 0)
        {
            return Find(about) is { } command
                ? [$"Usage: {command.Name} {command.Usage}".TrimEnd(), command.Help]
                : [$"{Name.Text} has no such command. HELP lists those that it has."];
        }

        var width = Commands.Max(command => command.Name.Length);
        return
        [
            $"{Participant.RealName} Say HELP and a command to learn more of it.",
            .. Commands.Select(command => $"{command.Name.PadRight(width)}  {command.Help}"),
        ];
    }
}
