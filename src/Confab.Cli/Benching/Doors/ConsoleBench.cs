namespace Confab.Cli.Benching.Doors;

/// <summary>Members at the console door that speak in lines, so that nothing is paced.</summary>
internal sealed class ConsoleBench : BenchDoor
{
    public override string Name => "console";

    public override int UsualPort => 12345;

    public override int LargestSize => 32 * 1024;

    public override string Goodbye => "Goodbye!\n";

    // A line feed makes a line session; without text it says nothing.
    public override string SignOn(string nickname, string room) => "\n";
}
