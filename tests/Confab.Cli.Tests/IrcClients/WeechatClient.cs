using System.Diagnostics;
using System.Globalization;
using Confab.Cli.Tests.Processes;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>WeeChat without a screen: told what to do through its pipe, and watched through its log.</summary>
internal sealed class WeechatClient(TalkingProcess weechat, TalkingProcess log, TemporaryData home) : IForeignClient
{
    public const string Account = "weechat";

    public string Nickname => Account;

    private string PipePath => Path.Combine(home.Path, "pipe");

    public static WeechatClient Start(IrcStage stage)
    {
        var program = ForeignTool.Find("weechat-headless");
        var home = new TemporaryData();
        var logs = Directory.CreateDirectory(Path.Combine(home.Path, "logs")).FullName;
        var start = new ProcessStartInfo(program, ["--dir", home.Path]);

        // Options of TLS were renamed in version 4; a name that a version does not know is only complained of.
        string[] commands =
        [
            $"/set fifo.file.path {home.Path}/pipe",
            $"/set logger.file.path {logs}",
            "/set logger.file.flush_delay 0",
            string.Create(CultureInfo.InvariantCulture, $"/server add {Account} {stage.Door.Address}/{stage.Door.Port}"),
            $"/set irc.server.{Account}.ssl on",
            $"/set irc.server.{Account}.tls on",
            $"/set irc.server.{Account}.ssl_fingerprint {stage.Fingerprint}",
            $"/set irc.server.{Account}.tls_fingerprint {stage.Fingerprint}",
            $"/set irc.server.{Account}.nicks {Account}",
            $"/set irc.server.{Account}.sasl_mechanism plain",
            $"/set irc.server.{Account}.sasl_username {Account}",
            $"/set irc.server.{Account}.sasl_password {IrcStage.Password}",
            $"/set irc.server.{Account}.autojoin {IrcStage.Room}",
            $"/set irc.server.{Account}.autoreconnect_delay 1",
            $"/connect {Account}",
        ];
        foreach (var command in commands)
        {
            start.ArgumentList.Add("--run-command");
            start.ArgumentList.Add(command);
        }

        var log = FollowedFile.Follow(Path.Combine(logs, $"irc.{Account}.{IrcStage.Room}.weechatlog"));
        return new WeechatClient(new TalkingProcess(start), log, home);
    }

    public Task SayAsync(string text) => FollowedFile.WriteToPipeAsync(PipePath, $"irc.{Account}.{IrcStage.Room} *{text}\n");

    public Task ShowsAsync(string text) => log.WaitForTextAsync(text);

    public Task EntersAsync(int times) => log.WaitForTextAsync($") has joined {IrcStage.Room}", times);

    public async ValueTask DisposeAsync()
    {
        await weechat.DisposeAsync();
        await log.DisposeAsync();
        home.Dispose();
    }
}
