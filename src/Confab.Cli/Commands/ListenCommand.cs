using System.CommandLine;
using System.Text;
using Confab.Cli.Chatting;
using Confab.Cli.Piping;
using Confab.Client.Json;
using Microsoft.Win32.SafeHandles;

namespace Confab.Cli.Commands;

/// <summary><c>confab listen</c>: what is said in a room, a line each.</summary>
internal static class ListenCommand
{
    private const int StandardOutput = 1;

    public static Command Create()
    {
        var room = new Argument<string>("room") { Description = "The room; quote its # from the shell, or leave it out" };
        var json = new Option<bool>("--json") { Description = "Print the server's events as JSON, one on each line (docs/protocols/json.md)" };
        var since = new Option<string?>("--since") { Description = "First print all messages after this one, given by its number or id", HelpName = "message" };
        var limit = WholeNumber.Option("--limit", "End after so many messages; 0: never", usual: 0, 0, int.MaxValue);
        var once = new Option<bool>("--once") { Description = "End after one message" };
        var to = ServerOptions.Option();
        var nickname = ServerOptions.Nickname();
        nickname.Description = "The nickname (default: your name on this machine with -listen behind it)";
        since.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } place && !Place.IsId(place) && !Place.IsNumber(place, out _))
            {
                result.AddError($"--since is \"{place}\"; give the number of a message, or its id of 32 hexadecimal digits.");
            }
        });

        var command = new Command("listen", "Print what is said in a room, until Ctrl+C") { room, json, since, limit, once, to, nickname };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ChatClientOptions(ServerOptions.Parse(parsed.GetRequiredValue(to)))
            {
                Nickname = parsed.GetValue(nickname) ?? (OwnName.From(Environment.UserName) is { } own ? own + "-listen" : null),
            };
            var name = RoomArgument.WithSign(parsed.GetRequiredValue(room));
            var error = parsed.InvocationConfiguration.Error;
            long? after;
            try
            {
                after = await AfterAsync(options, name, parsed.GetValue(since), cancellationToken);
            }
            catch (Exception exception) when (Failure.IsExpected(exception))
            {
                return Failure.Explain(exception, error);
            }

            await using var output = Open(parsed.InvocationConfiguration.Output);
            var job = new ListenJob(options, name, output, error)
            {
                AsJson = parsed.GetValue(json),
                Unread = stop => OutputReader.GoneAsync(TimeProvider.System, stop),
                Limit = parsed.GetValue(once) ? 1 : parsed.GetValue(limit),
            };
            return await job.RunAsync(after, cancellationToken);
        });
        return command;
    }

    private static async Task<long?> AfterAsync(ChatClientOptions options, string room, string? since, CancellationToken cancellationToken)
    {
        if (since is null)
        {
            return null;
        }

        return Place.IsNumber(since, out var number) ? number : await Place.FindAsync(options, room, since, cancellationToken);
    }

    // The console's own stream swallows the news that the reader of a pipe has gone, and listening would never end.
    private static TextWriter Open(TextWriter output)
    {
        if (output != Console.Out || OperatingSystem.IsWindows())
        {
            return output;
        }

        // In a file it would keep a place of its own and write over what others write there.
        Stream stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (stream.CanSeek)
        {
            stream = Console.OpenStandardOutput();
        }

        return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
