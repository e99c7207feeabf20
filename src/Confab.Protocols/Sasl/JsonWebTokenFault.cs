namespace Confab.Protocols.Sasl;

/// <summary>Why a token was not accepted.</summary>
public enum JsonWebTokenFault
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>It is no signed token in the compact form, or its header asks for what nobody here understands.</summary>
    Malformed,

    /// <summary>It is signed in a way other than RS256, ES256 or HS256, or not at all.</summary>
    UnsupportedAlgorithm,

    /// <summary>No key of the set is meant for it.</summary>
    UnknownKey,

    /// <summary>The signature is not that of the key.</summary>
    BadSignature,

    /// <summary>Its time is over, or it does not say when that is.</summary>
    Expired,

    /// <summary>Its time has not come.</summary>
    NotYetValid,

    /// <summary>Somebody else issued it.</summary>
    WrongIssuer,

    /// <summary>It is meant for somebody else.</summary>
    WrongAudience,
}
