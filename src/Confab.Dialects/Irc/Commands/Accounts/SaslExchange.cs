using Confab.Protocols.Sasl;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>An authentication that has begun and not ended.</summary>
/// <param name="mechanism">The mechanism's name.</param>
/// <param name="maxBytes">The longest message of the client.</param>
internal sealed class SaslExchange(string mechanism, int maxBytes)
{
    public string Mechanism => mechanism;

    /// <summary>Puts the client's chunks together.</summary>
    public SaslChunks Chunks { get; } = new(maxBytes);

    /// <summary>SCRAM's state; null for the mechanisms of one message.</summary>
    public ScramServerExchange? Scram { get; set; }

    /// <summary>True where SCRAM's first message has been answered.</summary>
    public bool IsChallenged { get; set; }

    /// <summary>True where the proof was right and only the client's last, empty message is missing.</summary>
    public bool IsProved { get; set; }

    /// <summary>True where the client has been told why it failed and has to say that it knows.</summary>
    public bool IsFailed { get; set; }
}
