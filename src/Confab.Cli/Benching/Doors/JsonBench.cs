using Confab.Cli.Commands;

namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the json door, or at the text door, which speaks json to those who begin with a brace.</summary>
internal sealed class JsonBench : BenchDoor
{
    public override string Name => "json";

    public override int UsualPort => ServerOptions.UsualPort;

    public override int LargestSize => 32 * 1024;

    public override bool HasRooms => true;

    public override bool AnswersSignOn => true;

    public override string Question => "join";

    public override string Goodbye => "{\"type\":\"quit\"}\n";

    public override string Back => "\"}\n";

    public override string SignOn(string nickname, string room) =>
        $"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}\n{{\"type\":\"join\",\"room\":\"{room}\"}}\n";

    public override string Front(string room) => $"{{\"type\":\"say\",\"room\":\"{room}\",\"text\":\"";

    public override DoorStep Hear(ReadOnlySpan<byte> line, ref SignOnProgress progress, string nickname, string room) =>
        new(IsIn: line.StartsWith("{\"type\":\"joined\""u8), IsRefused: line.StartsWith("{\"type\":\"error\""u8));
}
