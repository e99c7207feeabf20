using System.CommandLine;
using Confab.Cli.Benching.Doors;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;
using Confab.Cli.Benching.Results;
using Confab.Cli.Benching.Running;
using Confab.Cli.Chatting;
using Confab.Client;

namespace Confab.Cli.Commands;

/// <summary><c>confab bench</c>: how many messages a server delivers, how fast, and at what cost.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string> _address = ServerOptions.Argument();

    private static readonly Option<string> _door = Door();

    private static readonly Option<bool> _tls = new("--tls") { Description = "Connect through TLS, whatever the certificate" };

    private static readonly Option<bool> _webSocket = new("--websocket") { Description = "Connect through a WebSocket at /irc, each line a message" };

    private static readonly Option<int> _members = WholeNumber.Option(
        "--members", "Clients that hear and are checked; the first ones send", 100, 0, 100_000);

    private static readonly Option<int> _rooms = WholeNumber.Option("--rooms", "Rooms over which members and senders are spread", 1, 1, 100_000);

    private static readonly Option<int> _senders = WholeNumber.Option("--senders", "How many members speak", 10, 0, BenchMessage.MostSenders - 1);

    private static readonly Option<int> _window = WholeNumber.Option("--window", "Messages that one sender may have on their way", 16, 1, 100_000);

    private static readonly Option<int> _rate = WholeNumber.Option(
        "--rate", "Messages per second of all senders together, sent when due whatever the server does; 0: as fast as the window allows", 0, 0, 1_000_000);

    private static readonly Option<int> _size = WholeNumber.Option(
        "--size", "Length of a message in bytes", 100, BenchMessage.SmallestSize, 32 * 1024);

    private static readonly Option<double> _seconds = Seconds.Option("--seconds", "How long is measured", 10, 0.01, 3600);

    private static readonly Option<double> _warmUp = Seconds.Option("--warm-up", "How long senders speak before that", 1, 0, 3600);

    private static readonly Option<double> _drain = Seconds.Option(
        "--drain", "After so long without a delivery, those that are missing at the end are lost", 5, 0, 3600);

    private static readonly Option<int> _idle = WholeNumber.Option(
        "--idle",
        $"Further connections that enter rooms of their own, {BenchPlan.IdleRoomSize} each where the door has rooms, and stay silent; they are not counted",
        0, 0, 1_000_000);

    private static readonly Option<int> _slow = WholeNumber.Option(
        "--slow", "Further connections in the members' rooms that never read; they are not counted", 0, 0, 100_000);

    private static readonly Option<int> _signOns = WholeNumber.Option(
        "--sign-ons-at-once", "Connections on their way into their rooms at a time", 64, 1, 100_000);

    private static readonly Option<int> _pid = WholeNumber.Option(
        "--pid", "The server's process on this machine, to read its processor time and memory; 0 for none", 0, 0, int.MaxValue);

    private static readonly Option<bool> _json = new("--json") { Description = "Print the result as one JSON object" };

    private static readonly Option<bool> _progress = new("--progress") { Description = "Say on standard error how far it is, also where that is no terminal" };

    private static readonly Option<bool> _own = new(PlanCheck.OwnServer)
    {
        Description = "Measure a server on another machine: only with the consent of whoever runs it",
    };

    public static Command Create()
    {
        var command = new Command("bench", "Measure a server; use one of its own, for its history keeps the messages")
        {
            _address, _door, _tls, _webSocket, _members, _rooms, _senders, _window, _rate, _size, _seconds, _warmUp, _drain, _idle, _slow, _signOns,
            _pid, _json, _progress, _own,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken stop)
    {
        var (output, error) = (asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error);
        var plan = Plan(asked);
        if ((PlanCheck.Problem(plan, asked.GetValue(_own)) ?? (plan.Pid is { } pid ? new ServerProcess(pid).Problem() : null)) is { } problem)
        {
            await error.WriteLineAsync($"confab bench: {problem}");
            return ExitCode.Usage;
        }

        try
        {
            var isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
            var progress = new BenchProgress(isTerminal || asked.GetValue(_progress) ? error : null, isTerminal);
            var run = new BenchRun(plan, TimeProvider.System, Random.Shared, progress);
            var result = await Task.Factory.StartNew(() => run.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await output.WriteAsync(asked.GetValue(_json) ? BenchJson.Write(result) : BenchCard.Text(result));
            return result.IsRight ? ExitCode.Done : ExitCode.Refused;
        }
        catch (ConnectFailedException exception)
        {
            return Failure.Explain(exception, error);
        }
    }

    private static BenchPlan Plan(ParseResult asked)
    {
        var door = BenchDoors.Find(asked.GetValue(_door)!);
        return new BenchPlan
        {
            Address = ServerOptions.Parse(asked.GetRequiredValue(_address), door.UsualPort),
            Door = door,
            Tls = asked.GetValue(_tls),
            WebSocket = asked.GetValue(_webSocket),
            Members = asked.GetValue(_members),
            Rooms = asked.GetValue(_rooms),
            Senders = asked.GetValue(_senders),
            Window = asked.GetValue(_window),
            Rate = asked.GetValue(_rate),
            Size = asked.GetValue(_size),
            Duration = TimeSpan.FromSeconds(asked.GetValue(_seconds)),
            WarmUp = TimeSpan.FromSeconds(asked.GetValue(_warmUp)),
            Drain = TimeSpan.FromSeconds(asked.GetValue(_drain)),
            Idle = asked.GetValue(_idle),
            Slow = asked.GetValue(_slow),
            SignOnsAtOnce = asked.GetValue(_signOns),
            Pid = asked.GetValue(_pid) is > 0 and var pid ? pid : null,
        };
    }

    private static Option<string> Door()
    {
        var option = new Option<string>("--door", "--dialect")
        {
            Description = "What the members speak. operator, relay, console and alias are spoken in lines, so that all that is sent can be checked; "
                + "lines: each line goes to everybody, its sender too, and nobody signs on",
            HelpName = "name",
            DefaultValueFactory = _ => BenchDoors.All[0].Name,
        };
        option.AcceptOnlyFromAmong([.. BenchDoors.All.Select(known => known.Name)]);
        return option;
    }
}
