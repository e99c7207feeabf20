using System.Diagnostics;
using System.Text.Json;
using Confab.Cli.Tests.Processes;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>irc-framework on Node.js, driven through <c>irc-framework/drive.mjs</c>.</summary>
internal sealed class IrcFrameworkClient(TalkingProcess node) : IForeignClient
{
    public const string Account = "framework";

    public string Nickname => Account;

    public static async Task<IrcFrameworkClient> StartAsync(IrcStage stage)
    {
        var node = ForeignTool.Find("node");
        var folder = ForeignTool.FrameworkFolder;
        ForeignTool.NeedFolder(Path.Combine(folder, "node_modules", "irc-framework"), "irc-framework");
        var start = new ProcessStartInfo(node, [Path.Combine(folder, "drive.mjs")]);
        start.Environment["IRC_FRAMEWORK"] = folder;
        var client = new IrcFrameworkClient(new TalkingProcess(start));
        await client.DoAsync("connect", new
        {
            host = stage.Door.Address.ToString(),
            port = stage.Door.Port,
            nick = Account,
            tls = true,
            rejectUnauthorized = false,
            account = new { account = Account, password = IrcStage.Password },
        });
        await client.DoAsync("join", IrcStage.Room);
        return client;
    }

    public Task SayAsync(string text) => DoAsync("say", new[] { IrcStage.Room, text });

    public Task ShowsAsync(string text) => node.WaitForTextAsync(text);

    public Task EntersAsync(int times) => node.WaitForTextAsync($@"""event"":""join"",""nick"":""{Account}""", times);

    /// <summary>Sends a line as it is.</summary>
    public Task SendAsync(string line) => DoAsync("raw", line);

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private Task DoAsync(string deed, object details) =>
        node.TypeAsync(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { [deed] = details }));
}
