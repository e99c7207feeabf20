using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

internal static class Make
{
    public static Nickname Name(string text)
    {
        var valid = Nickname.TryCreate(text, 100, out var nickname, out var problem);
        Assert.True(valid, problem);
        return nickname!;
    }

    public static string ProblemOf(string? text, int maxLength = Nickname.DefaultMaxLength)
    {
        Assert.False(Nickname.TryCreate(text, maxLength, out var nickname, out var problem), $"'{text}' was accepted");
        Assert.Null(nickname);
        return problem;
    }
}
