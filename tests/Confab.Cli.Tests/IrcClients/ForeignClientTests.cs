namespace Confab.Cli.Tests.IrcClients;

/// <summary>The IRC clients that people use, as they are installed: over TLS, signed in by SASL, through a crash of the server.</summary>
public sealed class ForeignClientTests
{
    private const string Earlier = "said before anybody came over IRC";

    [Fact]
    public async Task Irc_framework_talks_pages_history_and_comes_back()
    {
        await using var stage = await IrcStage.OpenAsync(IrcFrameworkClient.Account, Earlier);
        await using var client = await IrcFrameworkClient.StartAsync(stage);
        await client.ShowsAsync(@"""event"":""loggedin""");
        await client.EntersAsync(1);
        await client.SendAsync($"CHATHISTORY LATEST {IrcStage.Room} * 10");
        await client.ShowsAsync($@"""texts"":[""{Earlier}""]");

        await TalkAndComeBackAsync(stage, client);

        await client.SendAsync($"CHATHISTORY LATEST {IrcStage.Room} * 2");
        await client.ShowsAsync(@"""texts"":[""member after the crash"",""framework after the crash""]");
    }

    [Fact]
    public async Task Weechat_talks_is_shown_what_it_missed_and_comes_back()
    {
        await using var stage = await IrcStage.OpenAsync(WeechatClient.Account, Earlier);
        await using var client = WeechatClient.Start(stage);
        await client.ShowsAsync(Earlier);

        await TalkAndComeBackAsync(stage, client);
    }

    [Fact]
    public async Task Irssi_talks_is_shown_what_it_missed_and_comes_back()
    {
        await using var stage = await IrcStage.OpenAsync(IrssiClient.Account, Earlier);
        await using var client = IrssiClient.Start(stage);
        await client.ShowsAsync(Earlier);

        await TalkAndComeBackAsync(stage, client);
    }

    private static async Task TalkAndComeBackAsync(IrcStage stage, IForeignClient client)
    {
        var nickname = client.Nickname;
        var whois = await stage.WhoisAsync(nickname);
        Assert.Contains($" 330 asker {nickname} {nickname} ", whois, StringComparison.Ordinal);
        Assert.Contains($" 671 asker {nickname} ", whois, StringComparison.Ordinal);
        await TalkAsync(stage, client, "at first");

        await stage.RestartAsync();
        await client.EntersAsync(2);
        Assert.Contains($" 330 asker {nickname} {nickname} ", await stage.WhoisAsync(nickname), StringComparison.Ordinal);
        await TalkAsync(stage, client, "after the crash");
    }

    private static async Task TalkAsync(IrcStage stage, IForeignClient client, string when)
    {
        await stage.SendAsync($"member {when}");
        await client.ShowsAsync($"member {when}");
        await client.SayAsync($"{client.Nickname} {when}");
        await stage.SeesAsync($"<{client.Nickname}> {client.Nickname} {when}");
    }
}
