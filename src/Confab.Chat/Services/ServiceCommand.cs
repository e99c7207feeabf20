using Confab.Chat.Replies;

namespace Confab.Chat.Services;

/// <summary>One thing that a service understands.</summary>
/// <param name="Name">The word, in upper case.</param>
/// <param name="Usage">What stands behind it.</param>
/// <param name="Help">What it does: a sentence.</param>
/// <param name="Read">What the words ask for; null where they make no sense, which is answered with the usage.</param>
/// <param name="Show">The lines that say what came of it; refusals speak for themselves.</param>
internal sealed record ServiceCommand(
    string Name, string Usage, string Help, Func<ServiceWords, ServiceStep?> Read, Func<Reply, IEnumerable<string>> Show);
