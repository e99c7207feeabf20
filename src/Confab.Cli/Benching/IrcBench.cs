using System.Text;

namespace Confab.Cli.Benching;

/// <summary>Members at an IRC door, without any capabilities: PRIVMSG to the room where everybody meets.</summary>
internal sealed class IrcBench : BenchDialect
{
    private const string Room = "#lobby";

    public override string Name => "irc";

    public override int UsualPort => 6667;

    // Of the 512 bytes of a line the server needs some for who said it.
    public override int LargestSize => 400;

    public override ReadOnlySpan<byte> Front => "PRIVMSG #lobby :"u8;

    public override ReadOnlyMemory<byte> Goodbye { get; } = "QUIT\r\n"u8.ToArray();

    public override string Question => "PING ready";

    public override ReadOnlyMemory<byte> SignOn(string nickname) =>
        Encoding.UTF8.GetBytes($"NICK {nickname}\r\nUSER {nickname} 0 * :{nickname}\r\nJOIN {Room}\r\n{Question}\r\n");

    public override bool IsReady(ReadOnlySpan<byte> line) => line.IndexOf(" PONG "u8) > 0 && line.TrimEnd((byte)'\r').EndsWith("ready"u8);

    public override ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> nickname)
    {
        if (!line.StartsWith(":"u8) || !line[1..].StartsWith(nickname))
        {
            return default;
        }

        var command = line[(line.IndexOf((byte)' ') + 1)..];
        return command.StartsWith(Front) ? command[Front.Length..] : default;
    }

    public override ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> line) =>
        line.StartsWith("PING "u8) ? (byte[])[.. "PONG "u8, .. line["PING ".Length..], (byte)'\n'] : default;
}
