namespace Confab.Dialects.Operator;

/// <summary>The <c>operator</c> dialect: a client says something and waits for its reply. See docs/protocols/classic.md.</summary>
public sealed class OperatorDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "operator";
    public const int Port = 5000;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"nc {host} {port}, or the classic operator client; closing leaves";

    public override DialectSession CreateSession() => new OperatorSession(options);
}
