namespace Confab.Chat.Replies;

/// <summary>Why a request was refused.</summary>
public enum RefusalCode
{
    NotSignedOn,
    SignedOnAlready,
    NicknameInvalid,
    NicknameInUse,
    RoomInvalid,
    RoomUnknown,
    NotMember,
    TooManyRooms,
    RecipientUnknown,
    TextEmpty,
    TextTooLong,
    Denied,
    LogUnavailable,
    NotFound,
    TooManyRequests,
    MalformedInput,
    UnknownCommand,
    SignOnTimeout,
    TooSlow,
}
