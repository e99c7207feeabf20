using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Sqlite;

public sealed class ResendKeyTableTests : SqliteLogTestBase
{
    [Fact]
    public void Expired_keys_are_removed_while_new_ones_come()
    {
        using (var log = Open())
        {
            // Many clients, so that the keys of a day lie all over the table.
            var random = new Random(5);
            for (var hour = 0; hour < 24 * 10; hour++)
            {
                log.Append([.. Enumerable.Range(0, 50).Select(i => New.Say(
                    "x",
                    time: Drafts.Start.AddHours(hour),
                    key: new ResendKey(new Guid(random.Next(), 0, 0, new byte[8]), i)))]);
            }
        }

        using var database = RawDatabase.Open(MessagesFile);
        Assert.InRange(database.Number("SELECT count(*) FROM resend_keys"), 24 * 50, 2 * 24 * 50);
    }
}
