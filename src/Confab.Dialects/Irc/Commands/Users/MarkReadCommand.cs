using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Users;

/// <summary>How far one has read (IRCv3 draft/read-marker).</summary>
internal static class MarkReadCommand
{
    public const string Name = "MARKREAD";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(Name, 0, IrcState.Registered, ["MARKREAD <target> [timestamp=<time>]", "Tells or asks how far you have read in a channel or with somebody."], Run),
    ];

    /// <summary>The line that tells a marker.</summary>
    public static IrcLine Line(string target, DateTimeOffset? time) => new(null, Name, target, time is { } known ? $"timestamp={ServerTime.Format(known)}" : "*");

    private static void Run(IrcContext context)
    {
        if (context.Message.Parameter(0) is not { Length: > 0 } target)
        {
            context.Fail("NEED_MORE_PARAMS", "Missing parameters");
            return;
        }

        DateTimeOffset? time = null;
        if (context.Message.Parameter(1) is { } written)
        {
            if (!HistoryReference.TryParse(written, out var reference) || reference.Kind != HistoryReferenceKind.Timestamp)
            {
                context.Fail("INVALID_PARAMS", target, "The second parameter must be timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
                return;
            }

            time = reference.Time;
        }

        switch (context.Ask(new MarkRead(target, time)))
        {
            case ReadMarkerShown shown:
                context.Add(Line(shown.Target, shown.Time));
                break;
            case Refused { Code: RefusalCode.ListFull } refused:
                context.Fail("INTERNAL_ERROR", target, refused.Text);
                break;
            case Refused refused:
                context.Fail("INVALID_PARAMS", target.Contains(' ', StringComparison.Ordinal) ? "*" : target, refused.Text);
                break;
        }
    }
}
