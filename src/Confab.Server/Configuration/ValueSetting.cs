using System.Text.Json.Nodes;
using Confab.Server.Configuration.Values;

namespace Confab.Server.Configuration;

/// <summary>A setting whose value is of one kind, and how it reaches its option. The default is the option's own.</summary>
internal sealed class ValueSetting<TOptions, T>(
    string path, ValueKind<T> kind, string reason, Func<TOptions, T> get, Action<TOptions, T> set)
    : Setting<TOptions>(path, reason)
{
    public override string Expected => kind.Expected;

    public override bool TryRead(string text, TOptions options)
    {
        if (!kind.TryRead(text, out var value))
        {
            return false;
        }

        set(options, value);
        return true;
    }

    public override string Write(TOptions options) => kind.Write(get(options));

    public override JsonObject Schema(TOptions defaults)
    {
        var schema = kind.Schema();
        schema["description"] = Reason;
        if (get(defaults) is { } value)
        {
            schema["default"] = kind.Json(value);
        }

        return schema;
    }
}
