namespace Confab.Chat.Messages;

/// <summary>
/// What makes sending again safe: the client's own random token and a whole number that rises with each message it sends.
/// The same key within 24 hours names the same message, which is then not posted a second time. A rising number and not
/// random bytes, because random keys made the log a third slower.
/// </summary>
/// <param name="Client">The client's random token; whoever knows it can only fail to post, never read or change anything.</param>
/// <param name="Number">Rises with each message of that client.</param>
public readonly record struct ResendKey(Guid Client, long Number);
