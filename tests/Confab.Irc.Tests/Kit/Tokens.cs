using System.Globalization;

namespace Confab.Irc.Tests.Kit;

/// <summary>The tokens of all 005 lines: name and value, null for a token without one.</summary>
internal sealed class Tokens
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    private Tokens(Replies replies)
    {
        foreach (var token in replies.All("005").SelectMany(line => line.Parameters.Skip(1).SkipLast(1)))
        {
            var parts = token.Split('=', 2);
            _values[parts[0]] = parts.Length == 2 ? parts[1] : null;
        }
    }

    public IReadOnlyDictionary<string, string?> All => _values;

    /// <summary>The value; fails where the token is not there, or has none.</summary>
    public string this[string name] => _values.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"There is no token {name} with a value; there are {string.Join(' ', _values.Keys)}.");

    public static Tokens Of(Replies replies) => new(replies);

    public bool Has(string name) => _values.ContainsKey(name);

    public int Number(string name) => int.Parse(this[name], NumberStyles.None, CultureInfo.InvariantCulture);
}
