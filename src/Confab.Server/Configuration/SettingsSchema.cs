using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration;

/// <summary>The JSON schema of <c>confab.json</c>, made from the table: what an editor completes is what the server takes.</summary>
public static class SettingsSchema
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schema as it is checked in: indented, ending with a line end.</summary>
    public static string Write()
    {
        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "Where this schema is, for editors." },
            [ListenerSettings.Path] = Listeners(),
        };
        var defaults = new ServerOptions();
        foreach (var setting in SettingsTable.All)
        {
            Add(properties, setting.Path, setting.Schema(defaults));
        }

        var schema = Group(properties);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Settings of a Confab server");
        return schema.ToJsonString(_readable) + "\n";
    }

    private static JsonObject Listeners()
    {
        var properties = new JsonObject();
        foreach (var setting in ListenerSettings.All)
        {
            properties[setting.Path] = setting.Schema(new ListenerOptions());
        }

        var door = Group(properties);
        door["required"] = new JsonArray("dialect");
        return new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["description"] = ListenerSettings.Reason,
            ["items"] = door,
        };
    }

    private static void Add(JsonObject properties, string path, JsonObject schema)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            properties[path] = schema;
            return;
        }

        var group = path[..dot];
        if (properties[group] is not JsonObject existing)
        {
            existing = Group([]);
            properties[group] = existing;
        }

        Add((JsonObject)existing["properties"]!, path[(dot + 1)..], schema);
    }

    private static JsonObject Group(JsonObject properties) =>
        new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
}
