using System.Collections.Frozen;
using Confab.Dialects.Irc.Commands.Accounts;
using Confab.Dialects.Irc.Commands.Operators;
using Confab.Dialects.Irc.Commands.Queries;
using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Dialects.Irc.Commands.Users;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Every command, and the checks that come before each.</summary>
internal static class IrcCommandTable
{
    // Whoever only leaves again was never on the way in.
    private const string Quit = "QUIT";

    /// <summary>All commands by name.</summary>
    public static FrozenDictionary<string, IrcCommand> All { get; } = Families().SelectMany(family => family).ToFrozenDictionary(command => command.Name);

    /// <summary>Understands one line and answers it.</summary>
    public static void Run(IrcContext context)
    {
        if (context.Conversation.IsRegistered && context.Asker.User is null)
        {
            // An operator ended it while this line was on its way: there is nobody who says it any more.
            return;
        }

        if (!context.Conversation.IsRegistered && context.Message.Command != Quit)
        {
            context.State.Headcount.Arrives(context.Asker.Id);
        }

        if (!All.TryGetValue(context.Message.Command, out var command))
        {
            if (context.Conversation.IsRegistered)
            {
                context.Reply(IrcNumerics.ErrUnknownCommand, context.Message.Command, "Unknown command; HELP lists those that there are");
            }
            else
            {
                context.Reply(IrcNumerics.ErrNotRegistered, "You have not registered");
            }

            return;
        }

        if (command.State == IrcState.Registered && !context.Conversation.IsRegistered)
        {
            context.Reply(IrcNumerics.ErrNotRegistered, "You have not registered");
        }
        else if (command.State == IrcState.Unregistered && context.Conversation.IsRegistered)
        {
            context.Reply(IrcNumerics.ErrAlreadyRegistered, "You may not reregister");
        }
        else if (context.Message.Parameters.Count < command.MinParameters)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, command.Name, "Not enough parameters");
        }
        else if (command.ForOperators && !context.Asker.SignedOn.IsServerOperator)
        {
            context.Reply(IrcNumerics.ErrNoPrivileges, "Permission Denied- You're not an IRC operator");
        }
        else
        {
            context.Options.Usage.Count(command.Name);
            command.Run(context);
        }
    }

    private static IEnumerable<IReadOnlyList<IrcCommand>> Families() =>
    [
        RegistrationCommands.All,
        CapabilityCommand.All,
        PingCommands.All,
        MessageCommands.All,
        HistoryCommand.All,
        AuthenticateCommand.All,
        RegisterCommands.All,
        ServiceCommands.All,
        WebircCommand.All,
        RoomCommands.All,
        TopicCommand.All,
        NamesCommand.All,
        ListCommand.All,
        ModeCommand.All,
        InviteCommands.All,
        Isupport.All,
        AwayCommand.All,
        MarkReadCommand.All,
        SetNameCommand.All,
        MonitorCommand.All,
        WhoCommand.All,
        WhoisCommand.All,
        WhowasCommand.All,
        PresenceCommands.All,
        ServerCommands.All,
        HelpCommand.All,
        StatsCommand.All,
        OperCommand.All,
        OperatorCommands.All,
        BanCommands.All,
    ];
}
