using System.Collections;

namespace Confab.Cli.Commands;

/// <summary>The environment of this process, for the commands that read the server's settings.</summary>
internal static class EnvironmentVariables
{
    public static IReadOnlyDictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
