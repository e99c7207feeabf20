using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What client and server may agree on (IRCv3 capability-negotiation).</summary>
internal static class CapabilityCommand
{
    private const int Version302 = 302;

    // What one line holds beside its front, with room for a long nickname.
    private const int MaxListBytes = 350;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("CAP", 0, IrcState.Any, ["CAP LS [302] | LIST | REQ :<capabilities> | END", "Negotiates capabilities."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var conversation = context.Conversation;
        var subcommand = (context.Message.Parameter(0) ?? string.Empty).ToUpperInvariant();
        switch (subcommand)
        {
            case "LS":
                conversation.Registration.IsNegotiating = !conversation.IsRegistered;
                if (int.TryParse(context.Message.Parameter(1), out var version) && version > conversation.CapabilityVersion)
                {
                    conversation.CapabilityVersion = version;
                    conversation.Capabilities |= version >= Version302 ? IrcCapabilities.CapNotify : IrcCapabilities.None;
                }

                List(context, "LS", CapabilityTable.All.Where(IsOffered).Select(capability => Offer(context, capability)));
                break;
            case "LIST":
                List(context, "LIST", CapabilityTable.All.Where(capability => !capability.IsInformation && context.Has(capability.Flag)).Select(capability => capability.Name));
                break;
            case "REQ":
                conversation.Registration.IsNegotiating = !conversation.IsRegistered;
                Request(context, context.Message.Parameter(1) ?? string.Empty);
                break;
            case "END":
                conversation.Registration.IsNegotiating = false;
                RegistrationCommands.TryComplete(context);
                break;
            default:
                context.Reply(IrcNumerics.ErrInvalidCapCmd, subcommand.Length == 0 ? "*" : subcommand, "Invalid CAP command");
                break;
        }

        bool IsOffered(Capability capability) => capability.IsOffered(new CapabilityOffer(context.Options, conversation.Origin));
    }

    private static string Offer(IrcContext context, Capability capability)
    {
        var value = context.Conversation.CapabilityVersion >= Version302
            ? capability.Value?.Invoke(new CapabilityOffer(context.Options, context.Conversation.Origin))
            : null;
        return string.IsNullOrEmpty(value) ? capability.Name : $"{capability.Name}={value}";
    }

    private static void Request(IrcContext context, string list)
    {
        var now = context.Conversation.Capabilities;
        foreach (var wanted in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var off = wanted.StartsWith('-');
            var capability = CapabilityTable.Find(off ? wanted[1..] : wanted);
            var impossible = capability is null || capability.IsInformation
                || !capability.IsOffered(new CapabilityOffer(context.Options, context.Conversation.Origin))
                || (off && capability.Flag == IrcCapabilities.CapNotify && context.Conversation.CapabilityVersion >= Version302);
            if (impossible)
            {
                context.Add(new IrcLine(null, "CAP", context.Client, "NAK", list) { EndsWithText = true });
                return;
            }

            now = off ? now & ~capability!.Flag : now | capability!.Flag;
        }

        context.Conversation.Capabilities = now;
        context.Add(new IrcLine(null, "CAP", context.Client, "ACK", list) { EndsWithText = true });
    }

    // Only clients of version 302 understand a list of several lines, marked by a star.
    private static void List(IrcContext context, string subcommand, IEnumerable<string> entries)
    {
        var several = context.Conversation.CapabilityVersion >= Version302;
        var line = new List<string>();
        var length = 0;
        foreach (var entry in entries)
        {
            if (several && length + entry.Length + 1 > MaxListBytes)
            {
                context.Say("CAP", context.Client, subcommand, "*", string.Join(' ', line));
                line.Clear();
                length = 0;
            }

            line.Add(entry);
            length += entry.Length + 1;
        }

        context.Say("CAP", context.Client, subcommand, string.Join(' ', line));
    }
}
