using Confab.Dialects.Alias;
using Confab.Dialects.Console;
using Confab.Dialects.Irc;
using Confab.Dialects.Json;
using Confab.Dialects.Nul;
using Confab.Dialects.Operator;
using Confab.Dialects.Relay;
using Confab.Dialects.Text;

namespace Confab.Dialects;

/// <summary>Every dialect by name, in the order in which they are shown.</summary>
public static class DialectCatalog
{
    private static readonly (string Name, int Port, Func<DialectOptions, Dialect> Create)[] _entries =
    [
        (TextDialect.DialectName, TextDialect.Port, options => new TextDialect(options)),
        (OperatorDialect.DialectName, OperatorDialect.Port, options => new OperatorDialect(options)),
        (RelayDialect.DialectName, RelayDialect.Port, options => new RelayDialect(options)),
        (ConsoleDialect.DialectName, ConsoleDialect.Port, options => new ConsoleDialect(options)),
        (NulDialect.DialectName, NulDialect.Port, options => new NulDialect(options)),
        (AliasDialect.DialectName, AliasDialect.Port, options => new AliasDialect(options)),
        (JsonDialect.DialectName, JsonDialect.Port, options => new JsonDialect(options)),
        (IrcDialect.DialectName, IrcDialect.Port, options => new IrcDialect(options)),
    ];

    /// <summary>The names of all dialects.</summary>
    public static IReadOnlyList<string> Names { get; } = _entries.Select(entry => entry.Name).ToArray();

    /// <summary>
    /// The doors that a server without configuration opens, each on its dialect's own port. <c>json</c> needs no door of its own there: the
    /// <c>text</c> door speaks it too.
    /// </summary>
    public static IReadOnlyList<string> DefaultDoors { get; } = Names.Where(name => name != JsonDialect.DialectName).ToArray();

    /// <summary>The port of a dialect where none is given; null for an unknown name.</summary>
    public static int? DefaultPort(string name)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name)
            {
                return entry.Port;
            }
        }

        return null;
    }

    /// <summary>The port of a dialect behind TLS; null where it has none of its own. For IRC: RFC 7194.</summary>
    public static int? DefaultTlsPort(string name) => name == "irc" ? 6697 : null;

    /// <summary>Makes a dialect; null for an unknown name.</summary>
    public static Dialect? Create(string name, DialectOptions options)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name)
            {
                return entry.Create(options);
            }
        }

        return null;
    }
}
