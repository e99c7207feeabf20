namespace Confab.Server.Configuration;

/// <summary>When the operator's console is there.</summary>
public enum ConsoleMode
{
    /// <summary>Where standard input and output are a terminal.</summary>
    Auto,

    /// <summary>Always: through pipes too.</summary>
    On,

    /// <summary>Never: logs only.</summary>
    Off,
}
