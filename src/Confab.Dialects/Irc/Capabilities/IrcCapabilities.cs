namespace Confab.Dialects.Irc.Capabilities;

/// <summary>What a client and this server may agree on. Names, values and sources stand in <see cref="CapabilityTable"/>.</summary>
[Flags]
internal enum IrcCapabilities : long
{
    None = 0,
    MessageTags = 1 << 0,
    ServerTime = 1 << 1,
    AccountTag = 1 << 2,
    ExtendedJoin = 1 << 3,
    Batch = 1 << 4,
    EchoMessage = 1 << 5,
    LabeledResponse = 1 << 6,
    StandardReplies = 1 << 7,
    AccountNotify = 1 << 8,
    AwayNotify = 1 << 9,
    Chghost = 1 << 10,
    Setname = 1 << 11,
    InviteNotify = 1 << 12,
    MultiPrefix = 1 << 13,
    UserhostInNames = 1 << 14,
    NoImplicitNames = 1 << 15,
    ExtendedMonitor = 1 << 16,
    CapNotify = 1 << 17,
    Sasl = 1 << 18,
    ChatHistory = 1 << 19,
    EventPlayback = 1 << 20,
    AccountRegistration = 1 << 21,
    ZncPlayback = 1 << 22,
    Sts = 1 << 23,
    PreAway = 1 << 24,
    ExtendedIsupport = 1 << 25,
    ReadMarker = 1 << 26,

    /// <summary>Those that change how the events of a room are written.</summary>
    OfForms = MessageTags | ServerTime | AccountTag | ExtendedJoin | AccountNotify | AwayNotify | Chghost | Setname | InviteNotify | Batch,
}
