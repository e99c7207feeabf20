namespace Confab.Client;

/// <summary>The server refused a command; nothing has changed.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">What kind of refusal it is: see <see cref="Code"/>.</param>
    /// <param name="text">What the server said, for people.</param>
    public RefusedException(string code, string text)
        : base(text) => Code = code;

    /// <summary>
    /// One of <see cref="Protocols.Json.JsonErrors"/>, or a code of a later version. Over IRC the numeric, such as "404", or the code of a FAIL, or
    /// "SASL" where signing in cannot go on.
    /// </summary>
    public string Code { get; }
}
