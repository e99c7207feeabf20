using System.Collections.Concurrent;
using Confab.Dialects.Irc.Capabilities;

namespace Confab.Dialects.Irc.Showing;

/// <summary>The wire forms of IRC, each made once. Safe from any thread.</summary>
internal sealed class IrcForms
{
    private readonly ConcurrentDictionary<IrcCapabilities, IrcForm> _forms = new();

    /// <summary>The form of a session that agreed on these capabilities.</summary>
    public IrcForm Of(IrcCapabilities capabilities, string server) =>
        _forms.GetOrAdd(capabilities & IrcCapabilities.OfForms, static (mask, name) => new IrcForm(mask, name), server);
}
