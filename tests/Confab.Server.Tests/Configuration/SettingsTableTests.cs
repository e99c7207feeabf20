using System.Reflection;
using Confab.Chat;
using Confab.Engine;
using Confab.Server.Configuration;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Confab.Transport.Tls;

namespace Confab.Server.Tests.Configuration;

public sealed class SettingsTableTests
{
    // Secrets are not written out.
    private const string Hidden = "(set)";

    [Fact]
    public void The_schema_that_is_checked_in_is_current()
    {
        var checkedIn = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "confab.schema.json"));

        Assert.True(
            checkedIn == SettingsSchema.Write(),
            "schema/confab.schema.json is not what the settings table says. Refresh it: "
            + "dotnet run --project src/Confab.Cli -- serve --print-schema > schema/confab.schema.json");
    }

    [Fact]
    public void Every_bound_has_a_row()
    {
        var names = SettingsTable.All.Select(setting => setting.Path).ToHashSet();
        var bounds = new[] { typeof(ChatLimits), typeof(EngineOptions), typeof(ConnectionLimits) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.PropertyType != typeof(bool) && property.Name != nameof(EngineOptions.DeliveryShards))
            .SelectMany(property => property.PropertyType == typeof(FloodLimits)
                ? typeof(FloodLimits).GetProperties().Select(flood => $"limits.{Camel(property.Name)}.{Camel(flood.Name)}")
                : [$"limits.{Camel(property.Name)}"]);

        Assert.All(bounds, bound => Assert.Contains(bound, names));
    }

    [Theory]
    [InlineData(typeof(TlsOptions), "tls")]
    [InlineData(typeof(ProxyOptions), "proxies")]
    [InlineData(typeof(WebOptions), "web")]
    public void Every_option_of_a_group_has_a_row(Type group, string name)
    {
        var rows = SettingsTable.All.Select(setting => setting.Path).Where(path => path.StartsWith($"{name}.", StringComparison.Ordinal));

        Assert.Equal(
            group.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => $"{name}.{Camel(property.Name)}").Order(StringComparer.Ordinal),
            rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_default_is_allowed_and_survives_being_written_and_read()
    {
        var defaults = new ServerOptions();
        Assert.All(SettingsTable.All, setting =>
        {
            var read = new ServerOptions();
            Assert.True(setting.TryRead(setting.Write(defaults), read), setting.Path);
            Assert.Equal(setting.Write(defaults), setting.Write(read));
        });
    }

    [Fact]
    public void Every_setting_changes_what_it_names_and_nothing_else()
    {
        var defaults = new ServerOptions();
        Assert.All(SettingsTable.All, setting =>
        {
            var changed = new ServerOptions();
            var value = OtherValue(setting.Write(defaults), candidate => setting.TryRead(candidate, changed));
            var written = setting.Write(changed);
            Assert.NotEqual(setting.Write(defaults), written);
            if (!written.Contains(Hidden, StringComparison.Ordinal))
            {
                Assert.Equal(value, written);
            }

            Assert.All(
                SettingsTable.All.Where(other => other != setting),
                other => Assert.Equal(other.Write(defaults), other.Write(changed)));
        });
    }

    [Fact]
    public void Every_reason_is_a_sentence() =>
        Assert.All(SettingsTable.All, setting => Assert.EndsWith(".", setting.Reason, StringComparison.Ordinal));

    private static string OtherValue(string value, Func<string, bool> isAllowed)
    {
        string[] candidates =
        [
            "#tea", "Robot", "./elsewhere", "true", "none", "on", "json", "7", "17", "777", "77777", "7777777", "777ms", "7m", "192.0.2.0/24",
            "false", "off", "7s", "2000", "rfc1459", "chat.example.org=cert.pem:key.pem", "https://chat.example.org",
        ];
        return candidates.First(candidate => candidate != value && isAllowed(candidate));
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
