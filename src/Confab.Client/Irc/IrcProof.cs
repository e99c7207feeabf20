namespace Confab.Client.Irc;

/// <summary>What a client proves its account with.</summary>
internal enum IrcProof
{
    Password,
    Certificate,
    Token,
}
