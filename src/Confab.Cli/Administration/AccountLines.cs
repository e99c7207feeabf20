using System.Globalization;
using Confab.Protocols.Control;

namespace Confab.Cli.Administration;

/// <summary>Accounts as a person reads them.</summary>
internal static class AccountLines
{
    private const int DayLength = 10;

    public static IEnumerable<string> List(IReadOnlyList<ControlAccount> accounts)
    {
        var width = accounts.Count == 0 ? 0 : accounts.Max(account => account.Name.Length);
        foreach (var account in accounts)
        {
            yield return $"{account.Name.PadRight(width)}  since {Day(account)}{Notes(account)}";
        }

        yield return accounts.Count switch
        {
            0 => "No accounts.",
            1 => "1 account.",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} accounts."),
        };
    }

    public static IEnumerable<string> Show(ControlAccount account)
    {
        yield return $"{account.Name}, since {Day(account)}{Notes(account)}";
        yield return $"E-mail: {account.Email ?? "none"}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Certificates: {account.Certificates ?? 0}");
        yield return $"Here as: {(account.Present is { Count: > 0 } present ? string.Join(", ", present) : "nobody")}";
    }

    private static string Day(ControlAccount account) => account.Created is { Length: >= DayLength } time ? time[..DayLength] : "long ago";

    private static string Notes(ControlAccount account) =>
        (account.Administrator is true ? ", administrator" : "") + (account.Suspended is { } reason ? $", suspended: {reason}" : "");
}
