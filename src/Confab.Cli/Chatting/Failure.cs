using Confab.Client;

namespace Confab.Cli.Chatting;

/// <summary>What may go wrong between a client and its server, as a sentence and an exit code.</summary>
internal static class Failure
{
    public static bool IsExpected(Exception exception) =>
        exception is ConnectFailedException or RefusedException or ConnectionLostException or OperationCanceledException;

    public static int Explain(Exception exception, TextWriter error)
    {
        switch (exception)
        {
            case ConnectFailedException:
                error.WriteLine($"confab: {exception.Message} Start a server there with: confab serve");
                return ExitCode.NoConnection;
            case OperationCanceledException:
                return ExitCode.Refused;
            default:
                error.WriteLine($"confab: {exception.Message}");
                return ExitCode.Refused;
        }
    }
}
