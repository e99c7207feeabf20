using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Confab.Server.Configuration.Sources;

/// <summary>The settings in a JSON file, which may have comments and trailing commas.</summary>
internal static class ConfigurationFile
{
    /// <summary>The file that is read when none is named, where it exists.</summary>
    public const string DefaultName = "confab.json";

    private const string SchemaReference = "$schema";

    /// <summary>Reads the file that was named, or the default one. Null, and a problem, when it cannot be read.</summary>
    public static SettingSource? Read(string? named, string directory, out string? problem)
    {
        problem = null;
        var path = Path.Combine(directory, named ?? DefaultName);
        if (named is null && !File.Exists(path))
        {
            return SettingSource.Empty;
        }

        var shown = named ?? DefaultName;
        try
        {
            using var file = File.OpenRead(path);
            var configuration = new ConfigurationBuilder().AddJsonStream(file).Build();
            var entries = SettingSource.Flatten(configuration, _ => shown);
            return new SettingSource([.. entries.Where(entry => entry.Path != SchemaReference).Select(AsWritten)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = $"{shown}: the configuration file cannot be read: {failure.Message} Name one that exists with --config FILE.";
        }
        catch (JsonException failure)
        {
            problem = $"{shown}, line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}: this is not valid JSON. "
                + "Look for a missing comma, quote or bracket just before it.";
        }
        catch (FormatException failure)
        {
            problem = failure.InnerException is JsonException inner
                ? $"{shown}, line {inner.LineNumber + 1}, byte {inner.BytePositionInLine + 1}: this is not valid JSON."
                : $"{shown}: {failure.Message}";
        }

        return null;
    }

    // JSON's true and false come out of the reader as .NET writes them.
    private static SettingEntry AsWritten(SettingEntry entry) => entry.Value switch
    {
        "True" => entry with { Value = "true" },
        "False" => entry with { Value = "false" },
        _ => entry,
    };
}
