using Confab.Chat.Replies;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>Reasons of refusal as the protocol's codes.</summary>
internal static class JsonCodes
{
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.NotSignedOn => JsonErrors.NotSignedOn,
        RefusalCode.NicknameInvalid => JsonErrors.NicknameInvalid,
        RefusalCode.NicknameInUse or RefusalCode.NicknameReserved => JsonErrors.NicknameInUse,
        RefusalCode.RoomInvalid => JsonErrors.RoomInvalid,
        RefusalCode.RoomUnknown => JsonErrors.RoomUnknown,
        RefusalCode.NotMember => JsonErrors.NotMember,
        RefusalCode.TooManyRooms => JsonErrors.TooManyRooms,
        RefusalCode.RecipientUnknown => JsonErrors.RecipientUnknown,
        RefusalCode.TextEmpty => JsonErrors.TextEmpty,
        RefusalCode.TextTooLong => JsonErrors.TextTooLong,
        RefusalCode.LogUnavailable => JsonErrors.LogUnavailable,
        RefusalCode.NotFound => JsonErrors.NotFound,
        RefusalCode.TooManyRequests => JsonErrors.TooManyRequests,
        RefusalCode.UnknownCommand => JsonErrors.UnknownType,
        RefusalCode.MalformedInput => JsonErrors.Malformed,
        _ => JsonErrors.Denied,
    };
}
