using Confab.Chat.Names;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>The server that a query is for: this one, by its name or a mask that it fits, or by somebody who is on it (Modern IRC, "Server Queries").</summary>
internal static class ServerTarget
{
    /// <summary>True where the query is for this server; otherwise it was answered that there is no such server.</summary>
    /// <param name="context">The line.</param>
    /// <param name="parameter">Where the target stands, if anywhere.</param>
    public static bool IsHere(IrcContext context, int parameter)
    {
        if (context.Message.Parameter(parameter) is not { Length: > 0 } target || Names(context, target))
        {
            return true;
        }

        context.Reply(IrcNumerics.ErrNoSuchServer, target.Contains(' ', StringComparison.Ordinal) || target.StartsWith(':') ? "*" : target, "No such server");
        return false;
    }

    private static bool Names(IrcContext context, string target) =>
        Glob.Parse(target).Matches(Glob.Fold(context.Options.ServerName)) || Shown.Find(context, target) is not null;
}
