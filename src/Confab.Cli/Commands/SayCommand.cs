using System.CommandLine;
using Confab.Cli.Chatting;
using Confab.Cli.Piping;
using Confab.Client.Json;

namespace Confab.Cli.Commands;

/// <summary><c>confab say</c>: a message, or each line of the input, into a room.</summary>
internal static class SayCommand
{
    /// <summary>One message is waited for by somebody; a pipe may run for years.</summary>
    private const int PatienceForOne = 30;

    private const int NotGiven = -1;
    private const int LongestPatience = 24 * 60 * 60;

    public static Command Create() => Create(Console.OpenStandardInput);

    /// <summary>Makes the command.</summary>
    /// <param name="openInput">Opens the standard input, if it is needed.</param>
    public static Command Create(Func<Stream> openInput)
    {
        var room = new Argument<string>("room") { Description = "The room; quote its # from the shell, or leave it out" };
        var text = new Argument<string[]>("text") { Description = "The message; without it, each line of the standard input is one", Arity = ArgumentArity.ZeroOrMore };
        var to = ServerOptions.Option();
        var nickname = ServerOptions.Nickname();
        var timeout = WholeNumber.Option(
            "--timeout",
            $"Give up when the server has been away for so many seconds; 0: never (default: {PatienceForOne} with a text, 0 with the standard input)",
            usual: NotGiven,
            0,
            LongestPatience);
        var command = new Command("say", "Say something in a room; done when the server has it in its history")
        {
            room, text, to, nickname, timeout,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var message = parsed.GetValue(text) is { Length: > 0 } words ? string.Join(' ', words) : null;
            var options = new ChatClientOptions(ServerOptions.Parse(parsed.GetRequiredValue(to)))
            {
                Nickname = parsed.GetValue(nickname) ?? OwnName.From(Environment.UserName),
            };
            var patience = TimeSpan.FromSeconds(parsed.GetValue(timeout) is var given and not NotGiven ? given : message is null ? 0 : PatienceForOne);
            var job = new SayJob(
                options,
                RoomArgument.WithSign(parsed.GetRequiredValue(room)),
                patience,
                parsed.InvocationConfiguration.Error);
            var lines = message is null ? new InputLines(openInput()).ReadAsync(cancellationToken) : One(message);
            return job.RunAsync(lines, cancellationToken);
        });
        return command;
    }

    private static async IAsyncEnumerable<string?> One(string message)
    {
        await Task.CompletedTask;
        yield return message;
    }
}
