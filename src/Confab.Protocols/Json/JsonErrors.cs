namespace Confab.Protocols.Json;

/// <summary>The values of <c>code</c> in an error reply. Programs decide by the code; the text beside it is for people.</summary>
public static class JsonErrors
{
    /// <summary>The line is not a JSON object, or a property has a value that it cannot have.</summary>
    public const string Malformed = "malformed";

    /// <summary>There is no command of this type.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>The command lacks a property that its type needs.</summary>
    public const string MissingField = "missing-field";

    /// <summary>Only hello, ping and quit are possible before the welcome.</summary>
    public const string NotSignedOn = "not-signed-on";

    /// <summary>The nickname is empty, too long or has characters that a nickname cannot have.</summary>
    public const string NicknameInvalid = "nickname-invalid";

    /// <summary>Somebody else has this nickname, or one that looks the same.</summary>
    public const string NicknameInUse = "nickname-in-use";

    /// <summary>This cannot be the name of a room.</summary>
    public const string RoomInvalid = "room-invalid";

    /// <summary>There is no such room.</summary>
    public const string RoomUnknown = "room-unknown";

    /// <summary>The session is not in that room, or the person named is not.</summary>
    public const string NotMember = "not-member";

    /// <summary>The session is in as many rooms as one session may be.</summary>
    public const string TooManyRooms = "too-many-rooms";

    /// <summary>Nobody has the nickname that the text was for.</summary>
    public const string RecipientUnknown = "recipient-unknown";

    /// <summary>The text has nothing to show.</summary>
    public const string TextEmpty = "text-empty";

    /// <summary>The text is longer than a message may be.</summary>
    public const string TextTooLong = "text-too-long";

    /// <summary>The person may not do this.</summary>
    public const string Denied = "denied";

    /// <summary>The history cannot be written now, so nothing was said; try again later, with the same key.</summary>
    public const string LogUnavailable = "log-unavailable";

    /// <summary>The session or its address asks too often; slow down and try again.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>There is no message with this id, or none that the session may see.</summary>
    public const string NotFound = "not-found";

    /// <summary>The line passes the bound; it was skipped.</summary>
    public const string LineTooLong = "line-too-long";
}
