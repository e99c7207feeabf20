using System.Globalization;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A whole number within bounds.</summary>
/// <param name="unit">What is counted, such as <c>bytes</c>.</param>
internal sealed class WholeNumber(long min, long max, string unit) : ValueKind<long>
{
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max} ({unit})");

    public override bool TryRead(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;

    public override string Write(long value) => value.ToString(CultureInfo.InvariantCulture);

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };

    public override JsonNode Json(long value) => value;
}
