namespace Confab.Server.Tests.Configuration;

public sealed class WrongSettingsTests
{
    [Theory]
    [InlineData("""{ "limits": { "mesageBytes": 5 } }""", "limits.mesageBytes = '5' (confab.json): there is no such setting; did you mean limits.messageBytes?")]
    [InlineData("""{ "messageBytes": 5000 }""", "messageBytes = '5000' (confab.json): there is no such setting; did you mean limits.messageBytes?")]
    [InlineData("""{ "colour": "red" }""", "colour = 'red' (confab.json): there is no such setting; confab serve --print-config lists them all")]
    [InlineData("""{ "limits": 5 }""", "limits = '5' (confab.json): this is a group of settings, such as limits.nicknameLength")]
    [InlineData("""{ "room": { "name": "#tea" } }""", "room.name = '#tea' (confab.json): room is no group; expected a room name")]
    [InlineData("""{ "limits": { "messageBytes": "much" } }""", "limits.messageBytes = 'much' (confab.json): expected a whole number from 512 to 1048576 (bytes of UTF-8)")]
    [InlineData("""{ "limits": { "messageBytes": 511 } }""", "limits.messageBytes = '511' (confab.json): expected a whole number from 512 to 1048576 (bytes of UTF-8)")]
    [InlineData("""{ "limits": { "messageBytes": 512.5 } }""", "limits.messageBytes = '512.5' (confab.json): expected a whole number")]
    [InlineData("""{ "limits": { "messageBytes": null } }""", "limits.messageBytes = null (confab.json): expected a whole number")]
    [InlineData("""{ "limits": { "pacedGap": 25 } }""", "limits.pacedGap = '25' (confab.json): expected a time from 0s to 1s, written like 500ms, 5s, 10m, 2h or 30d")]
    [InlineData("""{ "limits": { "pacedGap": "2s" } }""", "limits.pacedGap = '2s' (confab.json): expected a time from 0s to 1s")]
    [InlineData("""{ "limits": { "exemptAddresses": ["10.0.0.0/33"] } }""", "limits.exemptAddresses = '10.0.0.0/33' (confab.json): expected a list of networks")]
    [InlineData("""{ "ephemeral": "perhaps" }""", "ephemeral = 'perhaps' (confab.json): expected true or false")]
    [InlineData("""{ "durability": "forever" }""", "durability = 'forever' (confab.json): expected power-loss, process-crash or none")]
    [InlineData("""{ "retention": { "maxAge": "-1d" } }""", "retention.maxAge = '-1d' (confab.json): expected off, or a time from 1m to 36500d")]
    [InlineData("""{ "room": "#a b" }""", "room = '#a b' (confab.json): expected a room name")]
    [InlineData("""{ "serverName": "" }""", "serverName = '' (confab.json): expected a nickname")]
    [InlineData("""{ "data": "" }""", "data = '' (confab.json): expected a directory")]
    [InlineData("""{ "historyLines": 51 }""", "historyLines = 51: expected at most limits.recentEntries, which is 50")]
    [InlineData("""{ "irc": { "historyOnJoin": 51 } }""", "irc.historyOnJoin = 51: expected at most limits.recentEntries, which is 50")]
    [InlineData("""{ "irc": { "historyPage": 501 } }""", "irc.historyPage = 501: expected at most limits.lookupEntries, which is 500")]
    [InlineData("""{ "limits": { "backlogBytes": 65536 } }""", "limits.messageBytes = 65536: expected at most half of limits.backlogBytes, which is 32768")]
    public void A_wrong_setting_is_named_with_its_value_its_origin_and_what_was_expected(string json, string problem)
    {
        var settings = Settings.From(from => from.File(json));

        Assert.StartsWith(problem, Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "listeners": [] }""", "listeners = '' (confab.json): expected at least one door")]
    [InlineData("""{ "listeners": "relay" }""", "listeners = 'relay' (confab.json): expected a list of doors")]
    [InlineData("""{ "listeners": ["relay"] }""", "listeners.0 = 'relay' (confab.json): expected a list of doors")]
    [InlineData("""{ "listeners": [{ "port": 1 }] }""", "listeners.0.dialect (confab.json): this door has no dialect; expected text, operator")]
    [InlineData("""{ "listeners": [{ "dialect": "irk" }] }""", "listeners.0.dialect = 'irk' (confab.json): expected text, operator, relay")]
    [InlineData("""{ "listeners": [{ "dialect": "relay", "prot": 1 }] }""", "listeners.0.prot = '1' (confab.json): a door has no such setting; did you mean port?")]
    [InlineData("""{ "listeners": [{ "dialect": "relay", "port": 70000 }] }""", "listeners.0.port = '70000' (confab.json): expected a whole number from 0 to 65535")]
    [InlineData("""{ "listeners": [{ "dialect": "relay", "address": "4000" }] }""", "listeners.0.address = '4000' (confab.json): expected an IP address")]
    [InlineData("""{ "listeners": [{ "dialect": "relay", "address": "chat.example" }] }""", "listeners.0.address = 'chat.example' (confab.json): expected an IP address")]
    [InlineData("""{ "listeners": [{ "dialect": "relay", "echo": true }] }""", "listeners.0.echo = 'true' (confab.json): only a door of the dialect nul has this setting; this door's is 'relay'")]
    [InlineData("""{ "listeners": [{ "dialect": "nul", "turnTimeout": "1s" }] }""", "listeners.0.turnTimeout = '1s' (confab.json): only a door of the dialect operator has this setting")]
    [InlineData("""{ "listeners": [{ "dialect": "nul", "port": 9 }, { "dialect": "text", "port": 9 }] }""", "listeners: nul and text are to listen on 127.0.0.1:9 at the same time")]
    [InlineData("""{ "listeners": [{ "dialect": "text", "tls": true }], "tls": { "certificate": "c.pem" } }""", "listeners: the door text+tls has no port of its own; expected one for it")]
    [InlineData("""{ "listeners": [{ "dialect": "text", "tls": true, "port": 9 }] }""", "listeners: the door text+tls needs a certificate; expected its PEM file in tls.certificate")]
    [InlineData("""{ "listeners": [{ "dialect": "text", "proxy": true }] }""", "listeners: the door text is for proxies only, and none is trusted; expected their addresses in proxies.trusted")]
    [InlineData("""{ "tls": { "key": "key.pem" } }""", "tls.key is given without tls.certificate; expected that too")]
    [InlineData("""{ "tls": { "names": ["chat.example.org"] } }""", "tls.names = 'chat.example.org' (confab.json): expected a list of names with their files")]
    [InlineData("""{ "web": { "origins": ["chat.example.org"] } }""", "web.origins = 'chat.example.org' (confab.json): expected a list of origins")]
    [InlineData("""{ "web": { "origins": ["https://chat.example.org/"] } }""", "web.origins = 'https://chat.example.org/' (confab.json): expected a list of origins")]
    public void A_wrong_door_is_named_likewise(string json, string problem)
    {
        var settings = Settings.From(from => from.File(json));

        Assert.StartsWith(problem, Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_every_source_is_reported_at_once()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "ephemeral": 1, "limits": { "rooms": 0 } }""");
            from.Variable("CONFAB__LIMITS__ROOM", "5");
            from.Variable("CONFAB__HISTORYLINES", "few");
            from.Flag("--room", "room", "a b");
            from.Set("limits.rooms");
            from.Listen("relay=1:2:3");
        });

        Assert.Equal(
            [
                "--listen = 'relay=1:2:3' (command line): expected",
                "--set = 'limits.rooms' (command line): expected path=value",
                "ephemeral = '1' (confab.json): expected true or false",
                "historyLines = 'few' (CONFAB__HISTORYLINES): expected",
                "limits.room = '5' (CONFAB__LIMITS__ROOM): there is no such setting; did you mean limits.rooms?",
                "limits.rooms = '0' (confab.json): expected",
                "room = 'a b' (--room): expected",
            ],
            settings.Problems.Order(StringComparer.Ordinal).Select(problem => problem[..(problem.IndexOf("): ", StringComparison.Ordinal) + 3)]
                + Shortened(problem)));

        static string Shortened(string problem)
        {
            var what = problem[(problem.IndexOf("): ", StringComparison.Ordinal) + 3)..];
            return what.StartsWith("expected true", StringComparison.Ordinal) || what.StartsWith("there is", StringComparison.Ordinal) ? what
                : what.StartsWith("expected path", StringComparison.Ordinal) ? "expected path=value"
                : "expected";
        }
    }

    [Fact]
    public void A_wrong_value_is_a_problem_also_where_a_higher_source_replaces_it()
    {
        var settings = Settings.From(from =>
        {
            from.File("""{ "limits": { "rooms": "all" } }""");
            from.Set("limits.rooms=5");
        });

        Assert.StartsWith("limits.rooms = 'all' (confab.json)", Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_is_missing_is_a_problem()
    {
        var settings = Settings.From(from => from.Named("missing.json"));

        Assert.StartsWith("missing.json: the configuration file cannot be read: ", Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"room\": \"#tea\"\n  \"data\": \"x\"\n}", "confab.json, line 3, byte 3: this is not valid JSON.")]
    [InlineData("", "confab.json, line 1, byte 1: this is not valid JSON.")]
    [InlineData("[]", "confab.json: ")]
    [InlineData("{ \"room\": \"#a\", \"room\": \"#b\" }", "confab.json: ")]
    public void A_file_that_cannot_be_understood_is_a_problem(string json, string problem)
    {
        var settings = Settings.From(from => from.File(json));

        Assert.StartsWith(problem, Assert.Single(settings.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_shown_short_and_without_control_characters()
    {
        var settings = Settings.From(from => from.Variable("CONFAB__ROOM", "\e[31m" + new string('x', 500)));

        var problem = Assert.Single(settings.Problems);
        Assert.StartsWith("room = '?[31mxxx", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, char.IsControl);
        Assert.True(problem.Length < 250, problem);
    }
}
