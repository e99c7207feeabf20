using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands.Accounts;
using Confab.Dialects.Irc.Replies;

namespace Confab.Dialects.Irc;

/// <summary>
/// What the server knows of one IRC session beyond what the rules know. Owned by the sequencer's thread: every line is understood in its turn, so
/// what one line changes counts for the next, however they were sent.
/// </summary>
internal sealed class IrcConversation(DialectOptions doors, SessionOrigin origin)
{
    private IrcReply? _nothing;

    public IrcOptions Options => doors.Irc;

    public DialectOptions Doors => doors;

    /// <summary>Where the client came in; a trusted gateway may say where it really is (<c>WEBIRC</c>).</summary>
    public SessionOrigin Origin { get; set; } = origin;

    public IrcCapabilities Capabilities { get; set; }

    /// <summary>The version of capability negotiation: 301 until the client says 302 or more.</summary>
    public int CapabilityVersion { get; set; } = 301;

    /// <summary>What is shown behind the <c>@</c> of its source, where a gateway has said so; null for the address.</summary>
    public string? Host { get; set; }

    /// <summary>The authentication that has begun; null where none has.</summary>
    public SaslExchange? Sasl { get; set; }

    /// <summary>What it has said on the way to its sign-on; null once it is registered.</summary>
    public IrcRegistration? Registration { get; private set; } = new();

    public bool IsRegistered => Registration is null;

    /// <summary>The client is registered: what it said for that has served its purpose.</summary>
    public void Registered()
    {
        Registration = null;
        _nothing = null;
    }

    /// <summary>The answer that says nothing: the same one as long as nothing changes, because it is the answer to nearly everything that people say.</summary>
    public IrcReply Nothing(in IrcIdentity who)
    {
        if (_nothing is null || _nothing.Who != who || _nothing.Capabilities != Capabilities)
        {
            _nothing = new IrcReply([], Label: null, Capabilities, who);
        }

        return _nothing;
    }

    public bool Has(IrcCapabilities capability) => (Capabilities & capability) == capability;
}
