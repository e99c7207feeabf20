using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Confab.Transport.Tls;

namespace Confab.Server.Configuration.Values;

/// <summary>A list of host names, each with its certificate; outside of JSON with commas between them.</summary>
internal sealed class CertificateNames : ValueKind<IReadOnlyList<NamedCertificate>>
{
    public override string Expected => "a list of names with their files, such as chat.example.org=cert.pem:key.pem or *.example.org=both.pem";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out IReadOnlyList<NamedCertificate> value)
    {
        var names = new List<NamedCertificate>();
        value = names;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !TryReadHost(part[..equals].Trim(), out var host))
            {
                return false;
            }

            var files = part[(equals + 1)..].Trim();
            var colon = Separator(files);
            var certificate = colon < 0 ? files : files[..colon];
            if (certificate.Length == 0 || colon == files.Length - 1)
            {
                return false;
            }

            names.Add(new NamedCertificate(host, certificate, colon < 0 ? "" : files[(colon + 1)..]));
        }

        return true;
    }

    public override string Write(IReadOnlyList<NamedCertificate> value) => string.Join(",", value.Select(Text));

    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    public override JsonNode Json(IReadOnlyList<NamedCertificate> value) => new JsonArray([.. value.Select(name => (JsonNode)Text(name))]);

    private static string Text(NamedCertificate name) => $"{name.Host}={name.Certificate}{(name.Key.Length > 0 ? $":{name.Key}" : "")}";

    // A letter before the colon, and a slash behind it, is a drive of Windows.
    private static int Separator(string files)
    {
        var isDrive = files.Length > 2 && char.IsAsciiLetter(files[0]) && files[1] == ':' && files[2] is '\\' or '/';
        return files.IndexOf(':', isDrive ? 2 : 0);
    }

    private static bool TryReadHost(string text, out string host)
    {
        host = text;
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        return Uri.CheckHostName(name) == UriHostNameType.Dns;
    }
}
