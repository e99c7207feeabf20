using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>What the server answered to one command.</summary>
/// <param name="Lines">Its lines; empty if it said nothing but that it is done.</param>
internal sealed record IrcAnswer(IReadOnlyList<IrcMessage> Lines)
{
    /// <summary>The refusal among the lines: FAIL, or a numeric of an error; null for none.</summary>
    public RefusedException? Refusal
    {
        get
        {
            foreach (var line in Lines)
            {
                if (IsRefusal(line))
                {
                    return Refused(line);
                }
            }

            return null;
        }
    }

    public static IrcAnswer Of(IrcUnit unit) => new([.. unit.Lines.Select(line => line.Message)]);

    public static RefusedException Refused(IrcMessage line) => new(
        line.Command == "FAIL" ? line.Parameter(1) ?? "" : line.Command,
        line.Parameters is [.., { Length: > 0 } text] ? text : "The server refused without a reason.");

    /// <summary>Whether a line says that something was not done.</summary>
    public static bool IsRefusal(IrcMessage line) => line.Command switch
    {
        "FAIL" => true,
        IrcNumerics.ErrNoMotd => false,
        IrcNumerics.ErrStartTls or IrcNumerics.ErrInvalidModeParam or IrcNumerics.ErrNoPrivs => true,
        { Length: 3 } command => command[0] is '4' or '5' && char.IsAsciiDigit(command[1]) && char.IsAsciiDigit(command[2]),
        _ => false,
    };
}
