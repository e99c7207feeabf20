using System.Globalization;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>One <c>CHATHISTORY</c> line as it was understood (IRCv3 chathistory, "Subcommands").</summary>
/// <param name="Target">Whose history; empty for <c>TARGETS</c>.</param>
/// <param name="First">The first reference; null for <c>*</c>.</param>
/// <param name="Second">The second one, of <c>BETWEEN</c> and <c>TARGETS</c>; otherwise null.</param>
/// <param name="Limit">How many at most; at least 1.</param>
internal sealed record HistoryQuery(string Subcommand, string Target, PagePoint? First, PagePoint? Second, int Limit)
{
    public const string Latest = "LATEST";
    public const string Before = "BEFORE";
    public const string After = "AFTER";
    public const string Around = "AROUND";
    public const string Between = "BETWEEN";
    public const string Targets = "TARGETS";

    /// <summary>True where the line refers to a message that cannot be: its id is none of this server's.</summary>
    public bool HasForeignId { get; private init; }

    /// <summary>Reads a line; answers what is wrong with it, and gives null.</summary>
    public static HistoryQuery? Read(IrcContext context, int most)
    {
        var given = context.Parameters[0];
        var subcommand = given.ToUpperInvariant();
        var references = subcommand switch
        {
            Latest or Before or After or Around => 1,
            Between or Targets => 2,
            _ => 0,
        };
        if (references == 0)
        {
            context.Fail("INVALID_PARAMS", given, "Unknown subcommand");
            return null;
        }

        var at = subcommand == Targets ? 1 : 2;
        if (context.Parameters.Count != at + references + 1)
        {
            context.Fail("INVALID_PARAMS", given, context.Parameters.Count < at + references + 1 ? "Insufficient parameters" : "Too many parameters");
            return null;
        }

        var query = new HistoryQuery(subcommand, subcommand == Targets ? string.Empty : context.Parameters[1], null, null, 0);
        if (!TryReadPoint(context, at, ref query, out var first) || !TryReadPoint(context, at + references - 1, ref query, out var last)
            || ReadLimit(context, at + references, most) is not { } limit)
        {
            return null;
        }

        return query with { First = first, Second = references == 2 ? last : null, Limit = limit };
    }

    private static int? ReadLimit(IrcContext context, int index, int most)
    {
        var given = context.Parameters[index];
        if (given.Length > 0 && given.All(char.IsAsciiDigit))
        {
            // As many as there are may be asked for; more than the server gives are not given.
            return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? Math.Min(limit, most) : most;
        }

        context.Fail("INVALID_PARAMS", context.Parameters[0], given.Length == 0 ? "*" : given, "Invalid limit");
        return null;
    }

    private static bool TryReadPoint(IrcContext context, int index, ref HistoryQuery query, out PagePoint? point)
    {
        point = null;
        var given = context.Parameters[index];
        var isRead = HistoryReference.TryParse(given, out var reference);
        if (isRead && reference.Kind == HistoryReferenceKind.Timestamp)
        {
            point = new PagePoint(null, reference.Time);
            return true;
        }

        if (isRead && reference.Kind == HistoryReferenceKind.MessageId && query.Subcommand != Targets)
        {
            var isOurs = Confab.Chat.Messages.MessageId.TryParse(reference.MessageId, out var id);
            point = new PagePoint(id, default);
            query = isOurs ? query : query with { HasForeignId = true };
            return true;
        }

        if (isRead && reference.Kind == HistoryReferenceKind.None && query.Subcommand == Latest)
        {
            return true;
        }

        var kind = given.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? given[..equals].ToUpperInvariant() : string.Empty;
        var isUnknownKind = kind.Length > 0 && (kind is not ("TIMESTAMP" or "MSGID") || (query.Subcommand == Targets && kind == "MSGID"));
        string[] words = [context.Parameters[0], .. query.Target.Length > 0 ? [query.Target] : Array.Empty<string>(), given.Length == 0 ? "*" : given];
        context.Fail(
            isUnknownKind ? "INVALID_MSGREFTYPE" : "INVALID_PARAMS",
            [.. words, isUnknownKind ? "That kind of reference is not understood here" : "Invalid timestamp or message reference"]);
        return false;
    }
}
