namespace Confab.Dialects.Relay;

/// <summary>The <c>relay</c> dialect: every message reaches all others as <c>PORT:text</c>. See docs/protocols/classic.md.</summary>
public sealed class RelayDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "relay";
    public const int Port = 12000;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"nc {host} {port}, or the classic relay client; exit leaves";

    public override DialectSession CreateSession() => new RelaySession(options);
}
