using System.Diagnostics;
using System.Globalization;
using Confab.Cli.Tests.Processes;

namespace Confab.Cli.Tests.IrcClients;

/// <summary>irssi in a terminal that <c>script</c> makes: typed to, and watched through its log.</summary>
internal sealed class IrssiClient(TalkingProcess terminal, TalkingProcess log, TemporaryData home) : IForeignClient
{
    public const string Account = "irssi";

    public string Nickname => Account;

    public static IrssiClient Start(IrcStage stage)
    {
        var program = ForeignTool.Find("irssi");
        var script = ForeignTool.Find("script");
        var home = new TemporaryData();
        File.WriteAllText(Path.Combine(home.Path, "config"), Configuration(stage, home.Path));

        // A terminal without a size is too small for irssi.
        var start = new ProcessStartInfo(script, ["-qfc", $"stty rows 40 cols 150; exec {program} --home={home.Path}", "/dev/null"]);
        start.Environment["TERM"] = "xterm";
        return new IrssiClient(new TalkingProcess(start), FollowedFile.Follow(Path.Combine(home.Path, "log")), home);
    }

    public Task SayAsync(string text) => terminal.TypeAsync($"/msg -{Account} {IrcStage.Room} {text}");

    public Task ShowsAsync(string text) => log.WaitForTextAsync(text);

    public Task EntersAsync(int times) => log.WaitForTextAsync($"] has joined {IrcStage.Room}", times);

    public async ValueTask DisposeAsync()
    {
        await terminal.DisposeAsync();
        await log.DisposeAsync();
        home.Dispose();
    }

    private static string Configuration(IrcStage stage, string home) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        servers = ({
          address = "{{stage.Door.Address}}"; port = "{{stage.Door.Port}}"; chatnet = "{{Account}}"; autoconnect = "yes";
          use_tls = "yes"; tls_verify = "no"; tls_pinned_cert = "{{string.Join(':', stage.Fingerprint.Chunk(2).Select(digits => new string(digits)))}}";
        });
        chatnets = { {{Account}} = { type = "IRC"; nick = "{{Account}}"; sasl_mechanism = "PLAIN"; sasl_username = "{{Account}}"; sasl_password = "{{IrcStage.Password}}"; }; };
        channels = ({ name = "{{IrcStage.Room}}"; chatnet = "{{Account}}"; autojoin = "yes"; });
        settings = {
          core = { real_name = "irssi"; user_name = "irssi"; nick = "{{Account}}"; server_reconnect_time = "1s"; };
          "fe-common/core" = { autolog = "yes"; autolog_path = "{{home}}/log"; autolog_level = "all"; };
        };
        """);
}
