namespace Confab.Chat.Sessions;

/// <summary>Somebody who bore a nickname and does not any more.</summary>
/// <param name="Who">As it was shown last.</param>
/// <param name="Until">When it left or took another nickname.</param>
public sealed record PastUser(Participant Who, DateTimeOffset Until);
