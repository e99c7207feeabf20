namespace Confab.Chat.Moderation;

/// <summary>What a ban looks at.</summary>
public enum BanKind
{
    /// <summary>K: username and host of a person, with wildcards.</summary>
    Person,

    /// <summary>D: the address a connection comes from.</summary>
    Address,
}
