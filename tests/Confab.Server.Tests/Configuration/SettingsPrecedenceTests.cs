using Confab.Server.Configuration;
using Confab.Storage;

namespace Confab.Server.Tests.Configuration;

public sealed class SettingsPrecedenceTests
{
    [Fact]
    public void Without_any_source_everything_has_its_default()
    {
        var settings = Settings.From(_ => { });

        Assert.Empty(settings.Problems);
        Assert.Equal("#lobby", settings.Options.Room.Text);
        Assert.Equal("Server", settings.Options.ServerName.Text);
        Assert.Equal(Durability.PowerLoss, settings.Options.Durability);
        Assert.True(settings.Options.KeepsHistory);
        Assert.True(settings.Options.Retention.KeepsAll);
        Assert.Equal(
            [
                "text=127.0.0.1:4000", "operator=127.0.0.1:5000", "relay=127.0.0.1:12000", "console=127.0.0.1:12345", "nul=127.0.0.1:4040",
                "alias=127.0.0.1:55555", "irc=127.0.0.1:6667", "web=127.0.0.1:8080",
            ],
            settings.Options.Listeners.Select(listener => listener.ToString()));
        Assert.All(settings.Options.Listeners, listener => Assert.True(listener.IsDefault));
    }

    [Fact]
    public void The_file_beats_the_default_the_environment_beats_the_file_and_a_flag_beats_both()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "room": "#file", "limits": { "sessions": 1, "rooms": 1, "topicBytes": 100 } }""");
            from.Variable("CONFAB__LIMITS__SESSIONS", "2");
            from.Variable("CONFAB__LIMITS__ROOMS", "2");
            from.Set("limits.rooms=3");
        });

        Assert.Empty(settings.Problems);
        Assert.Equal("#file", settings.Options.Room.Text);
        Assert.Equal(100, settings.Options.Chat.TopicBytes);
        Assert.Equal(2, settings.Options.Connections.Sessions);
        Assert.Equal(3, settings.Options.Chat.Rooms);
    }

    [Fact]
    public void A_named_file_is_read_in_place_of_confab_json()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "room": "#default" }""");
            from.File("""{ "historyLines": 7 }""", "other.json");
            from.Named("other.json");
        });

        Assert.Empty(settings.Problems);
        Assert.Equal("#lobby", settings.Options.Room.Text);
        Assert.Equal(7, settings.Options.Doors.HistoryLines);
    }

    [Fact]
    public void The_file_may_have_comments_trailing_commas_and_a_schema()
    {
        var settings = Settings.From(from => from.File("""
            {
              "$schema": "./schema/confab.schema.json", // for the editor
              /* two kinds of them */
              "ephemeral": true,
            }
            """));

        Assert.Empty(settings.Problems);
        Assert.False(settings.Options.KeepsHistory);
    }

    [Fact]
    public void The_environment_may_change_one_word_of_a_door_in_the_file()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "listeners": [{ "dialect": "relay", "port": 1 }, { "dialect": "nul", "echo": true }] }""");
            from.Variable("CONFAB__LISTENERS__0__PORT", "12001");
        });

        Assert.Empty(settings.Problems);
        Assert.Equal(["relay=127.0.0.1:12001", "nul=127.0.0.1:4040"], settings.Options.Listeners.Select(listener => listener.ToString()));
        Assert.True(settings.Options.Listeners[1].Echo);
        Assert.All(settings.Options.Listeners, listener => Assert.False(listener.IsDefault));
    }

    [Fact]
    public void Doors_on_the_command_line_replace_all_others()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "listeners": [{ "dialect": "relay" }, { "dialect": "nul" }] }""");
            from.Listen("alias", "console=0");
        });

        Assert.Empty(settings.Problems);
        Assert.Equal(["alias=127.0.0.1:55555", "console=127.0.0.1:0"], settings.Options.Listeners.Select(listener => listener.ToString()));
    }

    [Fact]
    public void A_list_comes_whole_from_the_highest_source_that_has_it()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "limits": { "exemptAddresses": ["10.0.0.0/8", "192.0.2.7", "::1"] } }""");
            from.Variable("CONFAB__LIMITS__EXEMPTADDRESSES__0", "2001:db8::/32");
        });

        Assert.Empty(settings.Problems);
        Assert.Equal(["2001:db8::/32"], settings.Options.Connections.ExemptAddresses.Select(network => network.ToString()));
    }

    [Fact]
    public void Times_retention_and_switches_are_read_in_their_own_notation()
    {
        var settings = Settings.From(from => from.File("""
            {
              "retention": { "maxAge": "30d", "maxEntriesPerRoom": 1000 },
              "limits": { "pacedGap": "30ms", "signOnTimeout": "1.5m" },
              "listeners": [{ "dialect": "operator", "turnTimeout": "2s", "room": "tea", "address": "::1" }],
              "durability": "process-crash", "console": "off", "logFormat": "json"
            }
            """));

        Assert.Empty(settings.Problems);
        var options = settings.Options;
        Assert.Equal(new RetentionPolicy(TimeSpan.FromDays(30), 1000), options.Retention);
        Assert.Equal(TimeSpan.FromMilliseconds(30), options.Connections.PacedGap);
        Assert.Equal(TimeSpan.FromSeconds(90), options.Connections.SignOnTimeout);
        Assert.Equal(Durability.ProcessCrash, options.Durability);
        Assert.Equal(ConsoleMode.Off, options.Console);
        Assert.Equal(LogFormat.Json, options.LogFormat);
        var door = options.DoorOptions(options.Listeners[0], TimeProvider.System);
        Assert.Equal(TimeSpan.FromSeconds(2), door.TurnTimeout);
        Assert.Equal("#tea", door.Room.Text);
        Assert.Equal("[::1]:5000", options.Listeners[0].EndPoint.ToString());
    }

    [Fact]
    public void The_report_names_value_origin_default_and_reason_of_every_setting()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "limits": { "sessions": 500 } }""");
            from.Variable("CONFAB__ROOM", "#tea");
            from.Flag("--ephemeral", "ephemeral", "true");
            from.Listen("nul=127.0.0.1:4041");
        });

        var report = SettingsReport.Write(settings);

        Assert.Contains("limits.sessions = 500  (confab.json; default 18000)\n    Most sessions", report, StringComparison.Ordinal);
        Assert.Contains("room = #tea  (CONFAB__ROOM; default #lobby)", report, StringComparison.Ordinal);
        Assert.Contains("ephemeral = true  (--ephemeral; default false)", report, StringComparison.Ordinal);
        Assert.Contains("limits.pacedGap = 25ms  (default)", report, StringComparison.Ordinal);
        Assert.Contains("listeners.0 = nul=127.0.0.1:4041 echo=false announceLeaves=false  (--listen nul=127.0.0.1:4041)", report, StringComparison.Ordinal);
        Assert.All(SettingsTable.All, setting => Assert.Contains($"{setting.Path} = ", report, StringComparison.Ordinal));
    }
}
