using System.Text.Json.Nodes;

namespace Confab.Server.Configuration;

/// <summary>One row of a settings table.</summary>
/// <typeparam name="TOptions">The options that it belongs to.</typeparam>
/// <param name="path">Its name: the groups and the setting, with dots between them.</param>
/// <param name="reason">What it is for and why its default is what it is: one sentence.</param>
internal abstract class Setting<TOptions>(string path, string reason)
{
    public string Path => path;

    public string Reason => reason;

    /// <summary>What is allowed, as the end of a sentence that begins with "expected".</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a value into the options; false, and nothing changed, where it is not allowed.</summary>
    public abstract bool TryRead(string text, TOptions options);

    /// <summary>The value in force, as a person writes it.</summary>
    public abstract string Write(TOptions options);

    /// <summary>The JSON schema of the setting.</summary>
    /// <param name="defaults">Options that nobody changed.</param>
    public abstract JsonObject Schema(TOptions defaults);
}
