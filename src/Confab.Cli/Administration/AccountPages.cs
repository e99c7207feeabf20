using Confab.Cli.Chatting;
using Confab.Protocols.Control;

namespace Confab.Cli.Administration;

/// <summary>The list of accounts, of which the server gives a page at a time.</summary>
internal static class AccountPages
{
    public static async Task<int> PrintAsync(ControlErrand errand, string? pattern, bool asJson)
    {
        var all = new List<ControlAccount>();
        while (true)
        {
            var page = await errand.AskAsync(new ControlCommand { Do = ControlDeeds.ListAccounts, Pattern = pattern, After = all.LastOrDefault()?.Name });
            if (page is null)
            {
                return ExitCode.Refused;
            }

            all.AddRange(page.Accounts ?? []);
            if (page.Accounts is not { Count: > 0 } || all.Count >= page.Total)
            {
                break;
            }
        }

        if (asJson)
        {
            JsonLines.Write(errand.Output, all, ControlAccount.Write);
            return ExitCode.Done;
        }

        foreach (var line in AccountLines.List(all))
        {
            await errand.Output.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }
}
