namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the alias door that speak in lines, so that nothing is paced. It tells senders what they say, too.</summary>
internal sealed class AliasBench : BenchDoor
{
    public override string Name => "alias";

    public override int UsualPort => 55555;

    public override int LargestSize => 32 * 1024;

    public override bool Echoes => true;

    public override bool AnswersSignOn => true;

    public override string Question => "the alias";

    public override string Goodbye => "/quit\n";

    public override string SignOn(string nickname, string room) => $"{nickname}\n";

    // The question for the alias has no end, so it may stand in front of the first line.
    public override DoorStep Hear(ReadOnlySpan<byte> line, ref SignOnProgress progress, string nickname, string room) =>
        new(IsIn: line.IndexOf("Connected to server!"u8) >= 0);
}
