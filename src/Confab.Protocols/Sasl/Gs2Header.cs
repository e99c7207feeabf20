namespace Confab.Protocols.Sasl;

/// <summary>
/// What stands before a client's first message (RFC 5801 section 4, RFC 5802 section 7):
/// <c>( "n" / "y" / "p=" type ) "," [ "a=" authzid ] ","</c>.
/// </summary>
/// <param name="Flag">"n": no channel binding; "y": the client could, but thinks the server cannot; "p": it asks for it.</param>
/// <param name="AuthorizationId">As whom to act; null for oneself.</param>
/// <param name="Text">The header as it was written, for the channel binding of SCRAM.</param>
internal readonly record struct Gs2Header(char Flag, string? AuthorizationId, string Text)
{
    internal static bool TryParse(string message, out Gs2Header header)
    {
        header = default;
        var first = message.IndexOf(',', StringComparison.Ordinal);
        var second = first < 0 ? -1 : message.IndexOf(',', first + 1);
        if (second < 0)
        {
            return false;
        }

        var flag = message[..first];
        if (flag is not ("n" or "y") && !(flag.StartsWith("p=", StringComparison.Ordinal) && flag.Length > 2))
        {
            return false;
        }

        string? authorizationId = null;
        var field = message[(first + 1)..second];
        if (field.Length > 0)
        {
            if (!field.StartsWith("a=", StringComparison.Ordinal) || !SaslText.TryDecodeName(field[2..], out authorizationId))
            {
                return false;
            }
        }

        header = new Gs2Header(flag[0], authorizationId, message[..(second + 1)]);
        return true;
    }

    internal static string Write(string? authorizationId) =>
        string.IsNullOrEmpty(authorizationId) ? "n,," : $"n,a={SaslText.EncodeName(authorizationId)},";
}
