namespace Confab.Server.Configuration;

/// <summary>How the log on standard output is written.</summary>
public enum LogFormat
{
    /// <summary>A readable line for each event.</summary>
    Text,

    /// <summary>A JSON object in a line for each event, and nothing else.</summary>
    Json,
}
