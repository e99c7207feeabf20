namespace Confab.Client;

/// <summary>The server refused a command; nothing has changed.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">One of <see cref="Protocols.Json.JsonErrors"/>.</param>
    /// <param name="text">What the server said, for people.</param>
    public RefusedException(string code, string text)
        : base(text) => Code = code;

    /// <summary>One of <see cref="Protocols.Json.JsonErrors"/>, or a code of a later version.</summary>
    public string Code { get; }
}
