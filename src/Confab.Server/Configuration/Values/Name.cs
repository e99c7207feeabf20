using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Confab.Chat.Names;

namespace Confab.Server.Configuration.Values;

/// <summary>A nickname.</summary>
internal sealed class Name : ValueKind<Nickname>
{
    public override string Expected => string.Create(
        CultureInfo.InvariantCulture, $"a nickname: 1 to {Nickname.DefaultMaxLength} letters, digits and - _ [ ] \\ ` ^ {{ }} | .");

    public override bool TryRead(string text, [MaybeNullWhen(false)] out Nickname value) =>
        Nickname.TryCreate(text, Nickname.DefaultMaxLength, out value, out _);

    public override string Write(Nickname value) => value.Text;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Nickname.DefaultMaxLength };
}
