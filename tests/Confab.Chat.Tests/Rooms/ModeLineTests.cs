using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Rooms;

public sealed class ModeLineTests
{
    public static TheoryData<string, ModeChange[]> Lines { get; } = new()
    {
        { "+m", [new FlagChange(RoomFlags.Moderated, On: true)] },
        { "+mo-v bob ann", [new FlagChange(RoomFlags.Moderated, On: true), new RankChange(Rank.Operator, "bob", On: true), new RankChange(Rank.Voice, "ann", On: false)] },
        { "-m+m", [new FlagChange(RoomFlags.Moderated, On: false), new FlagChange(RoomFlags.Moderated, On: true)] },
        { "+b-e+I a!*@* b!*@* c!*@*", [Mask(MaskListKind.Bans, "a", on: true), Mask(MaskListKind.Exempts, "b", on: false), Mask(MaskListKind.InviteExempts, "c", on: true)] },
        { "+l-l 7", [new LimitChange(7), new LimitChange(null)] },
        { "+f-f #tea", [new ForwardChange(ChatUnderTest.Tea), new ForwardChange(null)] },
        { "-k *", [new KeyChange(null)] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Changes_are_written_as_letters_and_parameters(string line, ModeChange[] changes) => Assert.Equal(line, ModeLine.Write(changes));

    private static MaskChange Mask(MaskListKind list, string text, bool on) => new(list, ChatUnderTest.Mask(text), on);
}
