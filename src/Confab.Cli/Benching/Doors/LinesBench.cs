namespace Confab.Cli.Benching.Doors;

/// <summary>The least that can be called a chat: each line that a client sends goes to every client, itself too. What other doors are compared with.</summary>
internal sealed class LinesBench : BenchDoor
{
    public override string Name => "lines";

    public override int UsualPort => 7000;

    public override int LargestSize => 32 * 1024;

    public override bool Echoes => true;

    public override string SignOn(string nickname, string room) => "";
}
