namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the operator door that speak in lines, so that they have no turns and hear everything at once.</summary>
internal sealed class OperatorBench : BenchDoor
{
    public override string Name => "operator";

    public override int UsualPort => 5000;

    public override int LargestSize => 32 * 1024;

    public override string Goodbye => "bye\n";

    // A line feed makes a line session; without text it says nothing.
    public override string SignOn(string nickname, string room) => "\n";
}
