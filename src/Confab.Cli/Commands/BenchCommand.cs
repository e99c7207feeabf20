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

    private static readonly BenchDialect[] s_dialects = [new TextBench(), new IrcBench()];

    public static Command Create()
    {
        var address = ServerOptions.Argument();
        var dialect = new Option<string>("--dialect")
        {
            Description = "What the members speak",
            HelpName = "name",
            DefaultValueFactory = _ => s_dialects[0].Name,
        };
        dialect.AcceptOnlyFromAmong([.. s_dialects.Select(known => known.Name)]);
        var members = WholeNumber.Option("--members", "Clients in the room", 100, 2, 100_000);
        var senders = WholeNumber.Option("--senders", "How many of them speak", 10, 1, 100_000);
        var window = WholeNumber.Option("--window", "Messages that one sender may have on their way", 16, 1, 100_000);
        var seconds = WholeNumber.Option("--seconds", "How long they speak", 10, 1, 3600);
        var size = WholeNumber.Option("--size", "Length of a message in bytes", 100, BenchPlan.SmallestSize, 32 * 1024);
        var rate = WholeNumber.Option("--rate", "Messages per second of all senders together, sent when due whatever the server does; 0: as fast as the window allows", 0, 0, 1_000_000);
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON object" };
        var own = new Option<bool>(OwnServer) { Description = "Measure a server on another machine: only with the consent of whoever runs it" };
        var command = new Command("bench", "Measure a server; use one of its own, for its history keeps the messages")
        {
            address, dialect, members, senders, window, seconds, size, rate, json, own,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var spoken = s_dialects.First(known => known.Name == parsed.GetValue(dialect));
            var plan = new BenchPlan(
                ServerOptions.Parse(parsed.GetRequiredValue(address), spoken.UsualPort),
                spoken,
                parsed.GetValue(members),
                parsed.GetValue(senders),
                parsed.GetValue(window),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(size),
                parsed.GetValue(rate));
            if (Problem(plan, parsed.GetValue(own)) is { } problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"confab bench: {problem}");
                return ExitCode.Usage;
            }

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

    private static string? Problem(BenchPlan plan, bool ownsServer)
    {
        if (plan.Senders > plan.Members)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"--senders is {plan.Senders}, but there are only {plan.Members} members; raise --members or lower --senders.");
        }

        if (plan.Size > plan.Dialect.LargestSize)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"--size is {plan.Size}, but a line of {plan.Dialect.Name} carries at most {plan.Dialect.LargestSize} bytes; lower --size.");
        }

        return ownsServer || IsThisMachine(plan.Address)
            ? null
            : $"{plan.Address.Host} is not this machine. A measurement is a flood to whoever runs that server; if that is you, add {OwnServer}.";
    }

    private static bool IsThisMachine(ServerAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
