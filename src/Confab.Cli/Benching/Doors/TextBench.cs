using Confab.Cli.Commands;

namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the text door: a line each for the nickname, the room and every message.</summary>
internal sealed class TextBench : BenchDoor
{
    private const string Lobby = "#lobby";

    public override string Name => "text";

    public override int UsualPort => ServerOptions.UsualPort;

    public override int LargestSize => 32 * 1024;

    public override bool HasRooms => true;

    public override bool AnswersSignOn => true;

    public override string Question => "/ping ready";

    public override string Goodbye => "/quit\n";

    // Everybody comes through the lobby; who stayed there would hear of everybody else.
    public override string SignOn(string nickname, string room) =>
        room == Lobby ? $"{nickname}\n{Question}\n" : $"{nickname}\n/join {room}\n/part {Lobby}\n{Question}\n";

    public override DoorStep Hear(ReadOnlySpan<byte> line, ref SignOnProgress progress, string nickname, string room)
    {
        if (line.StartsWith("* You are "u8))
        {
            progress = SignOnProgress.Registered;
        }

        // Who has no nickname yet is answered, too, and is nowhere.
        var isAnswer = line.TrimEnd((byte)'\r').SequenceEqual("* pong ready"u8);
        return new DoorStep(IsIn: isAnswer && progress == SignOnProgress.Registered, IsRefused: isAnswer && progress != SignOnProgress.Registered);
    }
}
