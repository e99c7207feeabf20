namespace Confab.Client.Irc.SigningOn;

/// <summary>What this client understands of what servers offer.</summary>
internal static class WantedCapabilities
{
    /// <summary>Without these a client cannot tell what became of its messages.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["message-tags", "batch", "labeled-response", "echo-message"];

    /// <summary>These make it know more.</summary>
    public static IReadOnlyList<string> Welcome { get; } =
    [
        "server-time", "account-tag", "account-notify", "away-notify", "cap-notify", "chghost", "extended-join", "invite-notify", "multi-prefix",
        "setname", "standard-replies", "userhost-in-names", "chathistory", "draft/chathistory",
    ];
}
