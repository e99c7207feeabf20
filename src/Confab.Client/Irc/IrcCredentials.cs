namespace Confab.Client.Irc;

/// <summary>How a client proves to have an account, by SASL.</summary>
public sealed class IrcCredentials
{
    private IrcCredentials(IrcProof proof, string account, string secret)
    {
        Proof = proof;
        Account = account;
        Secret = secret;
    }

    /// <summary>The account's name; empty where the certificate or the token says it.</summary>
    public string Account { get; }

    internal IrcProof Proof { get; }

    internal string Secret { get; }

    /// <summary>
    /// A password: SCRAM-SHA-256 where the server has it, which does not show the password; otherwise PLAIN, but only over TLS or to this machine.
    /// </summary>
    /// <param name="account">The account's name.</param>
    /// <param name="password">Its password.</param>
    public static IrcCredentials Password(string account, string password) => new(IrcProof.Password, account, password);

    /// <summary>The client's certificate (<see cref="IrcTlsOptions.ClientCertificate"/>): EXTERNAL.</summary>
    public static IrcCredentials Certificate() => new(IrcProof.Certificate, "", "");

    /// <summary>A bearer token of the server's identity provider: OAUTHBEARER, only over TLS or to this machine.</summary>
    /// <param name="token">The token.</param>
    public static IrcCredentials Token(string token) => new(IrcProof.Token, "", token);

    /// <summary>Says whose it is; never the secret, so that no log can hold it.</summary>
    public override string ToString() => Account.Length == 0 ? Proof.ToString() : $"{Proof} of {Account}";
}
