using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>What all logs hold to in the same way, said once.</summary>
public static class LogRules
{
    /// <summary>For how long the same resend key means the same message, by the drafts' times.</summary>
    public static readonly TimeSpan ResendWindow = TimeSpan.FromHours(24);

    /// <summary>Refuses an empty batch and room for too few results.</summary>
    /// <exception cref="ArgumentException">The batch is empty, or <paramref name="resultCount"/> is too small for its entries.</exception>
    public static void Check(LogBatch batch, int resultCount)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Entries.Count == 0 && batch.Records.Count == 0)
        {
            throw new ArgumentException("The batch is empty; append only when there is something to remember.", nameof(batch));
        }

        if (resultCount < batch.Entries.Count)
        {
            throw new ArgumentException(
                $"The batch has {batch.Entries.Count} drafts but there is room for {resultCount} results; give one for each.",
                nameof(resultCount));
        }
    }

    /// <summary>Whether a draft of <paramref name="time"/> with a key first used at <paramref name="first"/> is that message again.</summary>
    public static bool IsResend(DateTimeOffset first, DateTimeOffset time) => time - first < ResendWindow;

    /// <summary>A draft's time as logs keep it: UTC, whole milliseconds.</summary>
    public static DateTimeOffset StoredTime(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>The refusal of a batch that brings an id a second time: a mistake of the caller, not of the storage.</summary>
    public static ArgumentException KnownId(MessageId id) =>
        new($"The log already has a message with the id {id}, or the batch has it twice; nothing of the batch was kept.", nameof(id));

    /// <summary>The oldest time that a retention by age keeps at <paramref name="now"/>; any age may be given, however long.</summary>
    public static DateTimeOffset OldestKept(TimeSpan maxAge, DateTimeOffset now) =>
        maxAge.Ticks < now.UtcTicks ? now - maxAge : DateTimeOffset.MinValue;
}
