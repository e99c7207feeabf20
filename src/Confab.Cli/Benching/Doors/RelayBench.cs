namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the relay door that speak in lines, so that nothing is paced.</summary>
internal sealed class RelayBench : BenchDoor
{
    public override string Name => "relay";

    public override int UsualPort => 12000;

    public override int LargestSize => 32 * 1024;

    public override string Goodbye => "exit\n";

    // A line feed makes a line session; without text it says nothing.
    public override string SignOn(string nickname, string room) => "\n";
}
