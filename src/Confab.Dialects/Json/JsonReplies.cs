using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Engine.Delivery;
using Confab.Engine.Lookups;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>Answers as objects, without their labels.</summary>
internal static class JsonReplies
{
    public static JsonEvent Of(in Answer answer) => answer.Reply switch
    {
        Refused refused => new JsonEvent { Type = JsonTypes.Error, Code = JsonCodes.Of(refused.Code), Text = refused.Text },
        Posted posted => new JsonEvent
        {
            Type = JsonTypes.Sent,
            Room = posted.Room.Text,
            Number = posted.Number,
            Id = posted.Id.ToString(),
            Time = JsonTime.Format(posted.Time),
            Duplicate = posted.IsDuplicate ? true : null,
        },
        MembersListed listed => new JsonEvent
        {
            Type = JsonTypes.Members,
            Room = listed.Room.Text,
            Members = listed.Members.Select(Member).ToArray(),
        },
        RoomsListed listed => new JsonEvent
        {
            Type = JsonTypes.Rooms,
            Rooms = listed.Rooms.Select(room => new JsonRoom { Room = room.Room.Text, Members = room.Members, Topic = room.Topic }).ToArray(),
        },
        EntriesFound found => new JsonEvent
        {
            Type = JsonTypes.History,
            Room = (answer.Request as ReadHistory)?.Room.Text,
            Messages = found.Entries.Select(JsonEntries.Of).ToArray(),
            More = found.More,
        },
        Done when answer.Request is Ping => new JsonEvent { Type = JsonTypes.Pong },
        _ => new JsonEvent { Type = JsonTypes.Ok },
    };

    private static JsonMember Member(MemberShown member) => new()
    {
        Nick = member.Who.Nickname.Text,
        Rank = member.Rank >= Rank.Operator ? "operator" : "member",
        Door = member.Who.Origin.Door,
    };
}
