namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the nul door, where a NUL byte ends each message.</summary>
internal sealed class NulBench : BenchDoor
{
    public override string Name => "nul";

    public override int UsualPort => 4040;

    public override int LargestSize => 32 * 1024;

    public override byte End => 0;

    public override string Goodbye => "q\0";

    public override string Back => "\0";

    public override string SignOn(string nickname, string room) => "";
}
