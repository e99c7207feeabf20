using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>Nicknames that the session watches.</summary>
/// <param name="Online">Those who are here.</param>
/// <param name="Offline">The nicknames of those who are not, as they were written.</param>
/// <param name="Refused">The nicknames for which there was no room any more, as they were written.</param>
public sealed record Watched(IReadOnlyList<Participant> Online, IReadOnlyList<string> Offline, IReadOnlyList<string> Refused) : Reply;
