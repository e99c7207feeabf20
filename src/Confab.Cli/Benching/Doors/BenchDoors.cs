namespace Confab.Cli.Benching.Doors;

/// <summary>All doors that can be measured; the first one is the usual one.</summary>
internal static class BenchDoors
{
    public static IReadOnlyList<BenchDoor> All { get; } =
    [
        new TextBench(), new JsonBench(), new IrcBench(),
        new OperatorBench(), new RelayBench(), new ConsoleBench(), new NulBench(), new AliasBench(),
        new LinesBench(),
    ];

    public static BenchDoor Find(string name) => All.First(door => door.Name == name);
}
