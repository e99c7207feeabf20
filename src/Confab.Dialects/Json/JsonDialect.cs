namespace Confab.Dialects.Json;

/// <summary>The <c>json</c> dialect, for programs: an object a line. See docs/protocols/json.md.</summary>
public sealed class JsonDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "json";
    public const int Port = 4001;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"confab chat {host}:{port} --dialect json, or any program that speaks it";

    public override DialectSession CreateSession() => new JsonSession(options);
}
