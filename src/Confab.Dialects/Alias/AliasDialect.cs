namespace Confab.Dialects.Alias;

/// <summary>The <c>alias</c> dialect: members give an alias and use commands such as <c>/dm</c>. See docs/protocols/classic.md.</summary>
public sealed class AliasDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "alias";
    public const int Port = 55555;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"nc {host} {port}, or the classic alias client; /help, /quit leaves";

    public override DialectSession CreateSession() => new AliasSession(options);
}
