namespace Confab.Scenarios.Tests.Doors;

/// <summary>Every door that a story may name.</summary>
internal static class DoorCatalog
{
    private static readonly Door[] _all =
    [
        new TextDoor(),
        JsonDoor.Instance,
        new RelayDoor(lines: false),
        new RelayDoor(lines: true),
        new ConsoleDoor(lines: false),
        new ConsoleDoor(lines: true),
        new NulDoor(),
        new AliasDoor(lines: false),
        new AliasDoor(lines: true),
        new OperatorDoor(),
        new IrcDoor(modern: true),
        new IrcDoor(modern: false),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. _all.Select(door => door.Name)];

    public static Door? Find(string name) => _all.FirstOrDefault(door => door.Name == name);
}
