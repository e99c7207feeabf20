namespace Confab.Dialects.Console;

/// <summary>The <c>console</c> dialect: messages as <c>&lt;('127.0.0.1', 57486)&gt; text</c>. See docs/protocols/classic.md.</summary>
public sealed class ConsoleDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "console";
    public const int Port = 12345;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"nc {host} {port}, or the classic console client; Goodbye! leaves";

    public override DialectSession CreateSession() => new ConsoleSession(options);
}
