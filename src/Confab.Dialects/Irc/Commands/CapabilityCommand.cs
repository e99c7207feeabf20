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
                conversation.Registration?.IsNegotiating = true;
                var withValues = int.TryParse(context.Message.Parameter(1), out var version) && version >= Version302;
                if (version > conversation.CapabilityVersion)
                {
                    conversation.CapabilityVersion = version;
                    conversation.Capabilities |= withValues ? IrcCapabilities.CapNotify : IrcCapabilities.None;
                }

                // What only informs says nothing without its value.
                List(context, "LS", CapabilityTable.All
                    .Where(capability => capability.IsOffered(OfferTo(context)) && (withValues || !capability.IsInformation))
                    .Select(capability => Offer(context, capability, withValues)));
                break;
            case "LIST":
                List(context, "LIST", CapabilityTable.All.Where(capability => !capability.IsInformation && context.Has(capability.Flag)).Select(capability => capability.Name));
                break;
            case "REQ":
                conversation.Registration?.IsNegotiating = true;
                Request(context, context.Message.Parameter(1) ?? string.Empty);
                break;
            case "END":
                conversation.Registration?.IsNegotiating = false;
                RegistrationCommands.TryComplete(context);
                break;
            default:
                context.Reply(IrcNumerics.ErrInvalidCapCmd, subcommand.Length == 0 ? "*" : subcommand, "Invalid CAP command");
                break;
        }
    }

    private static CapabilityOffer OfferTo(IrcContext context) =>
        new(context.Options, context.Conversation.Origin, context.State.Options.Accounts.Registration);

    private static string Offer(IrcContext context, Capability capability, bool withValues)
    {
        var value = withValues ? capability.Value?.Invoke(OfferTo(context)) : null;
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
                || !capability.IsOffered(OfferTo(context))
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
