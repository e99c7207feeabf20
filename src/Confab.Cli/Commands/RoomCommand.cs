using System.CommandLine;
using Confab.Cli.Administration;
using Confab.Cli.Chatting;
using Confab.Protocols.Control;

namespace Confab.Cli.Commands;

/// <summary><c>confab room</c>: looks after rooms and whose they are, whether the server runs or not.</summary>
internal static class RoomCommand
{
    public static Command Create() => Create(new SystemKeyboard());

    /// <summary>Makes the command.</summary>
    /// <param name="keyboard">Where consent comes from.</param>
    public static Command Create(IKeyboard keyboard)
    {
        var options = new ControlOptions();
        var command = new Command("room", "Look after rooms and whose they are, whether the server runs or not")
        {
            List(options),
            Handing("register", "Give a room that is nobody's to an account", ControlDeeds.RegisterRoom, options),
            Handing("transfer", "Give a registered room to another account", ControlDeeds.TransferRoom, options),
            Drop(options, keyboard),
            Access(options),
        };
        options.AddTo(command);
        return command;
    }

    private static Command List(ControlOptions options)
    {
        var json = Json();
        var command = new Command("list", "List the rooms") { json };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed,
            options,
            async errand => await errand.AskAsync(new ControlCommand { Do = ControlDeeds.ListRooms }) is { Rooms: { } rooms }
                ? Print(errand, rooms, RoomLines.List, ControlRoom.Write, parsed.GetValue(json))
                : ExitCode.Refused,
            mayCreate: false,
            cancellation));
        return command;
    }

    private static Command Handing(string word, string description, string deed, ControlOptions options)
    {
        var (room, account) = (Room(), Account());
        var command = new Command(word, description) { room, account };
        command.SetAction((parsed, cancellation) =>
        {
            var (which, who) = (RoomArgument.WithSign(parsed.GetRequiredValue(room)), parsed.GetRequiredValue(account));
            return DoAsync(parsed, options, new ControlCommand { Do = deed, Room = which, Name = who }, $"{which} belongs to {who}.", cancellation);
        });
        return command;
    }

    private static Command Drop(ControlOptions options, IKeyboard keyboard)
    {
        var room = Room();
        var yes = Consent.Option();
        var command = new Command("drop", "Make a registered room nobody's; its history stays") { room, yes };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed,
            options,
            async errand =>
            {
                var which = RoomArgument.WithSign(parsed.GetRequiredValue(room));
                var what = $"{which} will be nobody's, its list of ranks will be gone, and anybody who runs it may register it.";
                return !parsed.GetValue(yes) && !Consent.Ask(keyboard, errand, what, which, out var status)
                    ? status
                    : await errand.DoAsync(new ControlCommand { Do = ControlDeeds.DropRoom, Room = which }, $"{which} is not registered any more.");
            },
            mayCreate: false,
            cancellation));
        return command;
    }

    private static Command Access(ControlOptions options) => new("access", "Look after the accounts that have a rank in a registered room for good")
    {
        ListAccess(options),
        SetAccess(options),
        RemoveAccess(options),
    };

    private static Command ListAccess(ControlOptions options)
    {
        var room = Room();
        var json = Json();
        var command = new Command("list", "List them, the founder first") { room, json };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed,
            options,
            async errand =>
            {
                var which = RoomArgument.WithSign(parsed.GetRequiredValue(room));
                return await errand.AskAsync(new ControlCommand { Do = ControlDeeds.ShowAccess, Room = which }) is { Access: { } access }
                    ? Print(errand, access, RoomLines.Access, ControlAccess.Write, parsed.GetValue(json))
                    : ExitCode.Refused;
            },
            mayCreate: false,
            cancellation));
        return command;
    }

    private static Command SetAccess(ControlOptions options)
    {
        var (room, account) = (Room(), Account());
        var rank = new Argument<string>("rank") { Description = $"The rank: {string.Join(", ", ControlRanks.Given)}" };
        rank.AcceptOnlyFromAmong([.. ControlRanks.Given]);
        var command = new Command("set", "Give an account a rank") { room, account, rank };
        command.SetAction((parsed, cancellation) => RankAsync(
            parsed, options, parsed.GetRequiredValue(room), parsed.GetRequiredValue(account), parsed.GetRequiredValue(rank), cancellation));
        return command;
    }

    private static Command RemoveAccess(ControlOptions options)
    {
        var (room, account) = (Room(), Account());
        var command = new Command("remove", "Take an account's rank away") { room, account };
        command.SetAction((parsed, cancellation) => RankAsync(
            parsed, options, parsed.GetRequiredValue(room), parsed.GetRequiredValue(account), ControlRanks.None, cancellation));
        return command;
    }

    private static Task<int> RankAsync(
        ParseResult parsed, ControlOptions options, string room, string account, string rank, CancellationToken cancellation)
    {
        var which = RoomArgument.WithSign(room);
        return DoAsync(
            parsed,
            options,
            new ControlCommand { Do = ControlDeeds.SetAccess, Room = which, Name = account, Rank = rank },
            rank == ControlRanks.None ? $"{account} has no rank in {which} any more." : $"{account} has the rank {rank} in {which}.",
            cancellation);
    }

    private static int Print<T>(
        ControlErrand errand,
        IReadOnlyList<T> values,
        Func<IReadOnlyList<T>, IEnumerable<string>> read,
        Action<System.Buffers.IBufferWriter<byte>, T> write,
        bool asJson)
    {
        if (asJson)
        {
            JsonLines.Write(errand.Output, values, write);
            return ExitCode.Done;
        }

        foreach (var line in read(values))
        {
            errand.Output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static Task<int> DoAsync(ParseResult parsed, ControlOptions options, ControlCommand command, string done, CancellationToken cancellation) =>
        ControlErrand.RunAsync(parsed, options, errand => errand.DoAsync(command, done), mayCreate: false, cancellation);

    private static Argument<string> Room() => new("room") { Description = "The room; quote its # from the shell, or leave it out" };

    private static Argument<string> Account() => new("account") { Description = "The account's name" };

    private static Option<bool> Json() => new("--json") { Description = "Print an object for each, one on each line (docs/protocols/control.md)" };
}
