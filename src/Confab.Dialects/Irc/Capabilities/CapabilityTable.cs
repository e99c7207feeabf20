using System.Globalization;

namespace Confab.Dialects.Irc.Capabilities;

/// <summary>Every capability. Each is described by the IRCv3 specification of its name, drafts by that of the name behind <c>draft/</c>.</summary>
internal static class CapabilityTable
{
    public static IReadOnlyList<Capability> All { get; } =
    [
        new("account-notify", IrcCapabilities.AccountNotify),
        new("account-tag", IrcCapabilities.AccountTag),
        new("away-notify", IrcCapabilities.AwayNotify),
        new("batch", IrcCapabilities.Batch),
        new("cap-notify", IrcCapabilities.CapNotify),
        new("chghost", IrcCapabilities.Chghost),
        new("draft/account-registration", IrcCapabilities.AccountRegistration, _ => "before-connect") { IsOffered = offer => offer.Registration },
        new("draft/chathistory", IrcCapabilities.ChatHistory),
        new("draft/event-playback", IrcCapabilities.EventPlayback),
        new("draft/extended-isupport", IrcCapabilities.ExtendedIsupport),
        new("draft/pre-away", IrcCapabilities.PreAway),
        new("draft/read-marker", IrcCapabilities.ReadMarker),
        new("echo-message", IrcCapabilities.EchoMessage),
        new("extended-join", IrcCapabilities.ExtendedJoin),
        new("extended-monitor", IrcCapabilities.ExtendedMonitor),
        new("invite-notify", IrcCapabilities.InviteNotify),
        new("labeled-response", IrcCapabilities.LabeledResponse),
        new("message-tags", IrcCapabilities.MessageTags),
        new("multi-prefix", IrcCapabilities.MultiPrefix),
        new("no-implicit-names", IrcCapabilities.NoImplicitNames),
        new("draft/no-implicit-names", IrcCapabilities.NoImplicitNames),
        new("sasl", IrcCapabilities.Sasl, offer => string.Join(',', SaslMechanisms.Of(offer.Options))),
        new("server-time", IrcCapabilities.ServerTime),
        new("setname", IrcCapabilities.Setname),
        new("standard-replies", IrcCapabilities.StandardReplies),
        new("sts", IrcCapabilities.Sts, StsValue) { IsOffered = offer => offer.Options.StsPort is not null, IsInformation = true },
        new("userhost-in-names", IrcCapabilities.UserhostInNames),
        new("znc.in/playback", IrcCapabilities.ZncPlayback),
    ];

    /// <summary>The capability of that name; null for an unknown one.</summary>
    public static Capability? Find(string name)
    {
        foreach (var capability in All)
        {
            if (capability.Name == name)
            {
                return capability;
            }
        }

        return null;
    }

    // Over TLS it says for how long, over plain TCP where to go (IRCv3 sts).
    private static string StsValue(CapabilityOffer offer) => offer.Origin.IsSecure
        ? string.Create(CultureInfo.InvariantCulture, $"duration={(long)offer.Options.StsDuration.TotalSeconds}")
        : string.Create(CultureInfo.InvariantCulture, $"port={offer.Options.StsPort}");
}
