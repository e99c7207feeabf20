namespace Confab.Client.Classic;

/// <summary>The dialects that the client speaks, and where their doors are.</summary>
internal static class DialectTable
{
    private static readonly (string Name, int Port, Func<string, DialectClient> Make)[] s_rows =
    [
        ("text", 4000, nickname => new TextClient(nickname)),
        ("operator", 5000, _ => new OperatorClient()),
        ("relay", 12000, _ => new RelayClient()),
        ("console", 12345, _ => new ConsoleClient()),
        ("nul", 4040, _ => new NulClient()),
        ("alias", 55555, nickname => new AliasClient(nickname)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. s_rows.Select(row => row.Name)];

    public static DialectClient Create(string dialect, string nickname)
    {
        foreach (var row in s_rows)
        {
            if (row.Name == dialect)
            {
                return row.Make(nickname);
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(dialect),
            dialect,
            $"There is no dialect \"{dialect}\"; there are {string.Join(", ", Names)}.");
    }

    public static int PortOf(string dialect) => s_rows.FirstOrDefault(row => row.Name == dialect).Port;

    // The text door speaks the richer protocol too, so its port says nothing about which of the two is wanted.
    public static string? NameOf(int port) => s_rows.FirstOrDefault(row => row.Port == port && row.Name != "text").Name;
}
