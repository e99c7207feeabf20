using Microsoft.Extensions.Configuration;

namespace Confab.Server.Configuration.Sources;

/// <summary>The settings in environment variables: <c>CONFAB__LIMITS__MESSAGEBYTES</c>, <c>CONFAB__LISTENERS__0__PORT</c>.</summary>
internal static class EnvironmentSource
{
    private const string Prefix = "CONFAB__";
    private const string Delimiter = "__";

    public static SettingSource Read(IReadOnlyDictionary<string, string> environment)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in environment)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.Length > Prefix.Length)
            {
                var path = name[Prefix.Length..].ToLowerInvariant().Replace(Delimiter, ".", StringComparison.Ordinal);
                names[path] = name;
                values[path.Replace(".", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
            }
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new SettingSource(SettingSource.Flatten(configuration, path => names.GetValueOrDefault(path, Prefix)));
    }
}
