namespace Confab.Irc.Tests.Kit;

/// <summary>Finds batches among what came.</summary>
internal static class Batches
{
    /// <summary>All batches of a type, in the order of their starts.</summary>
    public static IReadOnlyList<ReceivedBatch> AllBatches(this Replies replies, string type) =>
        [.. replies.All("BATCH").Where(line => line[0].StartsWith('+') && line[1] == type).Select(start => Complete(replies, start))];

    /// <summary>The one batch of a type; fails where there is none, or more, or where it does not end.</summary>
    public static ReceivedBatch Batch(this Replies replies, string type)
    {
        var batches = replies.AllBatches(type);
        if (batches.Count != 1)
        {
            Assert.Fail($"Expected one batch of type {type}, there are {batches.Count}. Seen:\n{replies}");
        }

        return batches[0];
    }

    private static ReceivedBatch Complete(Replies replies, IrcMessage start)
    {
        var reference = start[0][1..];
        var ends = replies.All("BATCH").Where(line => line[0] == "-" + reference).ToArray();
        if (ends.Length != 1)
        {
            Assert.Fail($"The batch {reference} has {ends.Length} ends. Seen:\n{replies}");
        }

        return new ReceivedBatch(start, [.. replies.Where(line => line.Tags.GetValueOrDefault("batch") == reference)], ends[0]);
    }
}
