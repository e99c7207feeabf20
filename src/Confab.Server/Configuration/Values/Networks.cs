using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A list of networks; outside of JSON with commas between them. A lone address is a network of one.</summary>
internal sealed class Networks : ValueKind<IReadOnlyList<IPNetwork>>
{
    public override string Expected => "a list of networks or addresses such as 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out IReadOnlyList<IPNetwork> value)
    {
        var networks = new List<IPNetwork>();
        value = networks;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
            {
                networks.Add(network);
            }
            else if (part.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(part, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    public override string Write(IReadOnlyList<IPNetwork> value) => string.Join(",", value);

    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    public override JsonNode Json(IReadOnlyList<IPNetwork> value) =>
        new JsonArray([.. value.Select(network => (JsonNode)network.ToString())]);
}
