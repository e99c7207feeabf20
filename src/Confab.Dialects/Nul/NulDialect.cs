namespace Confab.Dialects.Nul;

/// <summary>The <c>nul</c> dialect: messages end with a NUL byte, both ways. See docs/protocols/classic.md.</summary>
public sealed class NulDialect : Dialect
{
    public const string DialectName = "nul";
    public const int Port = 4040;

    private readonly DialectOptions _options;
    private readonly NulForm _form;

    public NulDialect(DialectOptions options)
    {
        _options = options;
        _form = new NulForm(options.Echo, options.AnnounceLeaves);
    }

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => "the classic nul client; each message ends with a NUL byte, q leaves";

    public override DialectSession CreateSession() => new NulSession(_options, _form);
}
