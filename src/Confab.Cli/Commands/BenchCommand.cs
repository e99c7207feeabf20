using System.CommandLine;
using System.Globalization;
using System.Net;
using Confab.Cli.Benching;
using Confab.Cli.Chatting;
using Confab.Client;

namespace Confab.Cli.Commands;

/// <summary><c>confab bench</c>: how many messages a server delivers, and how fast.</summary>
internal static class BenchCommand
{
    private const string OwnServer = "--i-own-this-server";

    public static Command Create()
    {
        var address = ServerOptions.Argument();
        var members = Whole("--members", "Clients in the room", 100, 2, 100_000);
        var senders = Whole("--senders", "How many of them speak", 10, 1, 100_000);
        var window = Whole("--window", "Messages that one sender may have on their way", 16, 1, 100_000);
        var seconds = Whole("--seconds", "How long they speak", 10, 1, 3600);
        var size = Whole("--size", "Length of a message in bytes", 100, BenchPlan.SmallestSize, 32 * 1024);
        var rate = Whole("--rate", "Messages per second of all senders together, sent when due whatever the server does; 0: as fast as the window allows", 0, 0, 1_000_000);
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON object" };
        var own = new Option<bool>(OwnServer) { Description = "Measure a server on another machine: only with the consent of whoever runs it" };
        var command = new Command("bench", "Measure a server; use one of its own, for its history keeps the messages")
        {
            address, members, senders, window, seconds, size, rate, json, own,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(senders) > result.GetValue(members))
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--senders is {result.GetValue(senders)}, but there are only {result.GetValue(members)} members; raise --members or lower --senders."));
            }

            if (!result.GetValue(own)
                && ServerAddress.TryParse(result.GetValue(address) ?? "", defaultPort: 1, out var server, out _)
                && !IsThisMachine(server))
            {
                result.AddError($"{server.Host} is not this machine. A measurement is a flood to whoever runs that server; if that is you, add {OwnServer}.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = new BenchPlan(
                ServerOptions.Parse(parsed.GetRequiredValue(address)),
                parsed.GetValue(members),
                parsed.GetValue(senders),
                parsed.GetValue(window),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(size),
                parsed.GetValue(rate));
            try
            {
                var result = await new BenchRun(plan, TimeProvider.System, Random.Shared).RunAsync(cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteAsync(parsed.GetValue(json) ? BenchCard.Json(result) : BenchCard.Text(result));
                return result.IsRight ? ExitCode.Done : ExitCode.Refused;
            }
            catch (ConnectFailedException exception)
            {
                return Failure.Explain(exception, parsed.InvocationConfiguration.Error);
            }
        });
        return command;
    }

    private static bool IsThisMachine(ServerAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static Option<int> Whole(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "n", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // What is no number at all was complained about before.
            if (result.Errors.Any())
            {
                return;
            }

            var value = result.GetValueOrDefault<int>();
            if (value < least || value > most)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {least} to {most}."));
            }
        });
        return option;
    }
}
