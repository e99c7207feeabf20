using System.Globalization;

namespace Confab.Chat.Sessions;

/// <summary>Names one user for the life of the server; never used again.</summary>
public readonly record struct UserId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
