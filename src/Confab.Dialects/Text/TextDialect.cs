using System.Text;
using Confab.Dialects.Json;

namespace Confab.Dialects.Text;

/// <summary>
/// The <c>text</c> dialect, for people with <c>nc</c> or <c>telnet</c>: the first line is the nickname, every other line a message or a command.
/// The same door speaks <c>json</c> to whoever's first byte is an opening brace. See docs/protocols/text.md.
/// </summary>
public sealed class TextDialect : Dialect
{
    public const string DialectName = "text";
    public const int Port = 4000;

    private readonly DialectOptions _options;
    private readonly TextForm _form;

    public TextDialect(DialectOptions options)
    {
        _options = options;
        _form = new TextForm(options.Room);
    }

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"nc {host} {port}, telnet {host} {port}, or confab chat {host}:{port}";

    // Whoever comes in sits in the door's room and need not ask for it.
    public override byte[] Visit(string nickname, string room) => Encoding.UTF8.GetBytes($"{nickname}\nhello\n");

    public override DialectSession CreateSession() =>
        new TextDoorSession(new TextSession(_options, _form), new JsonSession(_options));
}
