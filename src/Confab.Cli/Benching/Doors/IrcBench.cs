using System.Text;

namespace Confab.Cli.Benching.Doors;

/// <summary>Members at any server's IRC door, without capabilities: NICK, USER, JOIN at once, then PRIVMSG to the room.</summary>
internal sealed class IrcBench : BenchDoor
{
    public override string Name => "irc";

    public override int UsualPort => 6667;

    // Of the 512 bytes of a line the server needs some for who said it.
    public override int LargestSize => 400;

    public override bool HasRooms => true;

    public override bool AnswersSignOn => true;

    public override string Question => "JOIN";

    public override string Goodbye => "QUIT\r\n";

    public override string Back => "\r\n";

    public override string SignOn(string nickname, string room) =>
        $"NICK {nickname}\r\nUSER {nickname} 0 * :{nickname}\r\n{Join(room)}";

    public override string Front(string room) => $"PRIVMSG {room} :";

    public override DoorStep Hear(ReadOnlySpan<byte> line, ref SignOnProgress progress, string nickname, string room)
    {
        if (AnswerTo(line) is { IsEmpty: false } answer)
        {
            return new DoorStep(Reply: Encoding.UTF8.GetString(answer));
        }

        if (line.StartsWith("ERROR"u8))
        {
            return new DoorStep(IsRefused: true);
        }

        var numeric = Numeric(line);
        switch (numeric)
        {
            case 366:
                return new DoorStep(IsIn: true);
            case 1:
                progress |= SignOnProgress.Registered;
                break;
            case 451:
                // Some servers look up who comes before they register it, and take no JOIN until then.
                progress |= SignOnProgress.AskedTooEarly;
                break;
            default:
                return new DoorStep(IsRefused: numeric is >= 400 and < 600 and not 422);
        }

        if (progress != (SignOnProgress.Registered | SignOnProgress.AskedTooEarly))
        {
            return default;
        }

        progress = SignOnProgress.Registered;
        return new DoorStep(Reply: Join(room));
    }

    public override ReadOnlySpan<byte> Call => "PING "u8;

    public override ReadOnlySpan<byte> AnswerTo(ReadOnlySpan<byte> line)
    {
        // Some servers put their name in front.
        var command = line.StartsWith(":"u8) ? line[(line.IndexOf((byte)' ') + 1)..] : line;
        return command.StartsWith("PING "u8) ? (byte[])[.. "PONG "u8, .. command["PING ".Length..].TrimEnd((byte)'\r'), .. "\r\n"u8] : default;
    }

    private static string Join(string room) => $"JOIN {room}\r\n";

    private static int Numeric(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOf((byte)' ') + 1;
        return line.StartsWith(":"u8) && line.Length > at + 3 && line[at + 3] == ' ' && int.TryParse(line.Slice(at, 3), out var numeric) ? numeric : 0;
    }
}
