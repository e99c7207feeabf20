using System.Text;

namespace Confab.Dialects.Irc;

/// <summary>IRC as modern clients speak it (modern.ircdocs.horse, ircv3.net). See docs/protocols/irc.md.</summary>
public sealed class IrcDialect(DialectOptions options) : Dialect
{
    public const string DialectName = "irc";
    public const int Port = 6667;
    public const int TlsPort = 6697;

    public override string Name => DialectName;

    public override int DefaultPort => Port;

    public override string HowToJoin(string host, int port) => $"any IRC client: /server {host} {port}";

    public override byte[] Visit(string nickname, string room) =>
        Encoding.UTF8.GetBytes($"NICK {nickname}\r\nUSER {nickname} 0 * :{nickname}\r\nJOIN {room}\r\nPRIVMSG {room} :hello\r\n");

    public override DialectSession CreateSession() => new IrcSession(options);
}
