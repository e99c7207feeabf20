namespace Confab.Dialects.Irc;

/// <summary>What a client has said before it is registered.</summary>
internal sealed class IrcRegistration
{
    public string? Nickname { get; set; }

    public string? Username { get; set; }

    public string? RealName { get; set; }

    public string? Password { get; set; }

    /// <summary>Why it is away from the beginning; null where it is here.</summary>
    public string? Away { get; set; }

    /// <summary>True from the client's first word on capabilities until its <c>CAP END</c>.</summary>
    public bool IsNegotiating { get; set; }
}
