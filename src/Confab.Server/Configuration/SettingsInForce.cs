namespace Confab.Server.Configuration;

/// <summary>What all sources together came to.</summary>
public sealed class SettingsInForce
{
    internal SettingsInForce(
        ServerOptions options,
        IReadOnlyDictionary<string, string> origins,
        IReadOnlyDictionary<ListenerOptions, string> listenerOrigins,
        IReadOnlyList<string> problems)
    {
        Options = options;
        Origins = origins;
        ListenerOrigins = listenerOrigins;
        Problems = problems;
    }

    /// <summary>The settings; to be used only where there are no problems.</summary>
    public ServerOptions Options { get; }

    /// <summary>What is wrong, a line for each; empty where the server may start.</summary>
    public IReadOnlyList<string> Problems { get; }

    // By the setting's name; what is not in it has its default.
    internal IReadOnlyDictionary<string, string> Origins { get; }

    internal IReadOnlyDictionary<ListenerOptions, string> ListenerOrigins { get; }
}
