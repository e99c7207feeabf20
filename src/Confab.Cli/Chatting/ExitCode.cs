namespace Confab.Cli.Chatting;

/// <summary>What the client commands tell a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The server did not take something.</summary>
    public const int Refused = 1;

    /// <summary>The command line is not one.</summary>
    public const int Usage = 2;

    /// <summary>There is no server, or it stayed away.</summary>
    public const int NoConnection = 3;
}
