namespace Confab.Protocols.Sasl;

/// <summary>The reasons that a server's last message may give as <c>e=reason</c> (RFC 5802 section 7).</summary>
public static class ScramErrors
{
    /// <summary>A message is not written as it must be.</summary>
    public const string InvalidEncoding = "invalid-encoding";

    /// <summary>The client insists on an extension ("m=").</summary>
    public const string ExtensionsNotSupported = "extensions-not-supported";

    /// <summary>The password is wrong; also said when there is no such user.</summary>
    public const string InvalidProof = "invalid-proof";

    /// <summary>The header that the client repeated is not the one it sent.</summary>
    public const string ChannelBindingsDontMatch = "channel-bindings-dont-match";

    /// <summary>The client asks for channel binding, and this mechanism has none.</summary>
    public const string ChannelBindingNotSupported = "channel-binding-not-supported";

    /// <summary>The username is not text, or holds what is prohibited.</summary>
    public const string InvalidUsernameEncoding = "invalid-username-encoding";

    /// <summary>Anything else; also a nonce that is not the right one.</summary>
    public const string OtherError = "other-error";
}
