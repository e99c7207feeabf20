namespace Confab.Transport.Tls;

/// <summary>A certificate for clients that ask for a certain name (SNI, RFC 6066 section 3).</summary>
/// <param name="Host">The name, or <c>*.example.org</c> for every name with one label more.</param>
/// <param name="Certificate">The PEM file of the certificate.</param>
/// <param name="Key">The PEM file of the private key; empty where the certificate's file holds it.</param>
public sealed record NamedCertificate(string Host, string Certificate, string Key)
{
    private const string AnyLabel = "*.";

    /// <summary>True when it is for every name with one label more than what stands behind the star.</summary>
    public bool IsWildcard => Host.StartsWith(AnyLabel, StringComparison.Ordinal);

    /// <summary>True when a client that asks for this name gets the certificate.</summary>
    public bool Covers(string name)
    {
        if (!IsWildcard)
        {
            return Host.Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name.AsSpan(dot).Equals(Host.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }
}
