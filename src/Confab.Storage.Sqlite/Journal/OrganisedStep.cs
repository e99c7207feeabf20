using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>What a step of the organiser moved from the journal to the tables.</summary>
/// <param name="Keys">The resend keys among it, with the messages they name.</param>
internal sealed record OrganisedStep(int Batches, int Entries, long Bytes, IReadOnlyList<(ResendKey Key, MessageId Id)> Keys);
