using Confab.Chat.Accounts;

namespace Confab.Chat.Tests.Accounts;

public sealed class AccountBookTests
{
    [Theory]
    [InlineData("aB", 64)]
    [InlineData("AB:", 95)]
    public void Fingerprints_are_read_as_people_write_them(string pair, int length)
    {
        var written = string.Concat(Enumerable.Repeat(pair, 32))[..length];

        Assert.True(AccountBook.TryReadFingerprint(written, out var fingerprint));
        Assert.Equal(string.Concat(Enumerable.Repeat("ab", 32)), fingerprint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcd")]
    [InlineData("xyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxy")]
    public void What_is_no_fingerprint_is_not_read(string? text) => Assert.False(AccountBook.TryReadFingerprint(text, out _));
}
