using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Confab.Cli.Benching.Plan;

/// <summary>What people, rooms and messages of one run are called, so that they are not taken for those of another.</summary>
internal sealed class BenchNames
{
    // No two of them look alike, for a server may refuse a nickname that looks like another.
    private const string Digits = "abcdeghkpqstuxyz";
    private const int RunDigits = 3;

    // Together with the run's digits and a letter these are nine: old servers take no longer nickname.
    private const int IndexDigits = 5;

    private readonly string _run;

    public BenchNames(Random random)
    {
        _run = new string(random.GetItems<char>(Digits, RunDigits));
        Key = BinaryPrimitives.ReadUInt64BigEndian(Encoding.ASCII.GetBytes($"=={_run}==="));
    }

    /// <summary>The first eight bytes of every message, the first of them the most significant.</summary>
    public ulong Key { get; }

    /// <summary>The nickname of a connection: always nine letters and digits.</summary>
    public string Nickname(int connection)
    {
        Span<char> index = stackalloc char[IndexDigits];
        for (var i = IndexDigits - 1; i >= 0; i--)
        {
            (connection, var digit) = Math.DivRem(connection, Digits.Length);
            index[i] = Digits[digit];
        }

        return $"b{_run}{index}";
    }

    /// <summary>The room of a connection.</summary>
    public static string Room(BenchPlan plan, int connection)
    {
        var idle = connection - plan.Members - plan.Slow;
        return idle >= 0 ? string.Create(CultureInfo.InvariantCulture, $"#idle{idle / BenchPlan.IdleRoomSize}")
            : plan.Rooms == 1 ? "#lobby"
            : string.Create(CultureInfo.InvariantCulture, $"#bench{(connection < plan.Members ? connection : connection - plan.Members) % plan.Rooms}");
    }
}
