using System.CommandLine;
using Confab.Cli.Chatting;
using Confab.Cli.Terminal;
using Confab.Client;
using Confab.Client.Classic;
using Confab.Client.Json;

namespace Confab.Cli.Commands;

/// <summary><c>confab chat</c>: a person at a terminal, or a pipe, in any of the dialects.</summary>
internal static class ChatCommand
{
    private const string Rich = "json";
    private const string UsualRoom = "#lobby";

    public static Command Create() => Create(SystemScreen.Open);

    /// <summary>Makes the command.</summary>
    /// <param name="openScreen">Opens the screen, when there is a connection.</param>
    public static Command Create(Func<ScreenOptions, IScreen> openScreen)
    {
        var address = ServerOptions.Argument();
        var dialect = new Option<string?>("--dialect")
        {
            Description = $"The protocol (default: that of the port where it has always been, otherwise {Rich}, Confab's own)",
            HelpName = "name",
        };
        dialect.AcceptOnlyFromAmong([Rich, .. DialectClient.Names]);
        var nickname = ServerOptions.Nickname();
        var room = new Option<string>("--room")
        {
            Description = "The room to enter first, in Confab's own protocol",
            HelpName = "#room",
            DefaultValueFactory = _ => UsualRoom,
        };
        var command = new Command("chat", "Chat from the terminal") { address, dialect, nickname, room };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (server, chosen) = Choose(parsed.GetRequiredValue(address), parsed.GetValue(dialect));
            var name = parsed.GetValue(nickname) ?? OwnName.From(Environment.UserName);
            try
            {
                return chosen == Rich
                    ? await ChatRichlyAsync(server, name, parsed.GetRequiredValue(room), openScreen, cancellationToken)
                    : await ChatClassicallyAsync(server, chosen, name ?? "guest", openScreen, cancellationToken);
            }
            catch (Exception exception) when (Failure.IsExpected(exception))
            {
                return Failure.Explain(exception, parsed.InvocationConfiguration.Error);
            }
        });
        return command;
    }

    /// <summary>An address without a port means the dialect's own; a port without a dialect means the dialect that has always been there.</summary>
    internal static (ServerAddress Server, string Dialect) Choose(string address, string? dialect)
    {
        var usualPort = dialect is null or Rich ? ServerOptions.UsualPort : DialectClient.PortOf(dialect);
        var server = ServerOptions.Parse(address, usualPort);
        return (server, dialect ?? DialectClient.NameOf(server.Port) ?? Rich);
    }

    private static async Task<int> ChatRichlyAsync(
        ServerAddress server,
        string? nickname,
        string room,
        Func<ScreenOptions, IScreen> openScreen,
        CancellationToken cancellationToken)
    {
        await using var client = await ChatClient.ConnectAsync(new ChatClientOptions(server) { Nickname = nickname }, cancellationToken);
        var nicknames = new KnownNicknames();
        await using var screen = openScreen(new ScreenOptions
        {
            Completion = new ChatCompletion(nicknames).Complete,
            KeepEnteredLines = false,
        });
        var isTerminal = screen is PromptedScreen;
        var lines = new MessageLines(screen.Colors, isTerminal ? TimeZoneInfo.Local : null);
        var view = new ChatView(screen, lines, showsOwn: isTerminal, nicknames);
        return await new RichChat(client, screen, view, isTerminal).RunAsync(room, cancellationToken);
    }

    private static async Task<int> ChatClassicallyAsync(
        ServerAddress server,
        string dialect,
        string nickname,
        Func<ScreenOptions, IScreen> openScreen,
        CancellationToken cancellationToken)
    {
        var options = new DialectSessionOptions(server, dialect) { Nickname = nickname };
        await using var session = await DialectSession.ConnectAsync(options, cancellationToken);
        await using var screen = openScreen(new ScreenOptions());
        return await new ClassicChat(session, screen, screen is PromptedScreen).RunAsync(cancellationToken);
    }
}
