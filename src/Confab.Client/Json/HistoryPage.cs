using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>A piece of history, or what a search found.</summary>
/// <param name="Messages">Events of type <c>message</c>; of history in rising order, of a search newest first.</param>
/// <param name="More">Whether there are others beyond the last one in the direction that was asked for.</param>
public sealed record HistoryPage(IReadOnlyList<JsonEvent> Messages, bool More);
