namespace Confab.Protocols.Irc;

/// <content>The numerics that tell an error.</content>
public static partial class IrcNumerics
{
    /// <summary>An error that no other numeric tells: <c>client command{ subcommand} :text</c>.</summary>
    public const string ErrUnknownError = "400";

    /// <summary>Nobody has the nickname, or no channel the name: <c>client nick :text</c>.</summary>
    public const string ErrNoSuchNick = "401";

    /// <summary>No such server: <c>client server :text</c>.</summary>
    public const string ErrNoSuchServer = "402";

    /// <summary>No such channel: <c>client channel :text</c>.</summary>
    public const string ErrNoSuchChannel = "403";

    /// <summary>The message was not delivered to the channel: <c>client channel :text</c>.</summary>
    public const string ErrCannotSendToChan = "404";

    /// <summary>JOIN: one is in too many: <c>client channel :text</c>.</summary>
    public const string ErrTooManyChannels = "405";

    /// <summary>WHOWAS: nothing is known: <c>client nick :text</c>.</summary>
    public const string ErrWasNoSuchNick = "406";

    /// <summary>Too many targets in one command: <c>client target :text</c>. Common usage.</summary>
    public const string ErrTooManyTargets = "407";

    /// <summary>PING, PONG: the token is missing: <c>client :text</c>.</summary>
    public const string ErrNoOrigin = "409";

    /// <summary>CAP: unknown subcommand (IRCv3 capability-negotiation): <c>client subcommand :text</c>.</summary>
    public const string ErrInvalidCapCmd = "410";

    /// <summary>PRIVMSG: nobody to send to: <c>client :No recipient given (command)</c>.</summary>
    public const string ErrNoRecipient = "411";

    /// <summary>PRIVMSG: nothing to send: <c>client :text</c>.</summary>
    public const string ErrNoTextToSend = "412";

    /// <summary>More found than is shown: <c>client command [mask] :text</c>. Common usage.</summary>
    public const string ErrTooManyMatches = "416";

    /// <summary>The line passes a size limit: <c>client :text</c>.</summary>
    public const string ErrInputTooLong = "417";

    /// <summary>No such command: <c>client command :text</c>.</summary>
    public const string ErrUnknownCommand = "421";

    /// <summary>MOTD: there is none: <c>client :text</c>.</summary>
    public const string ErrNoMotd = "422";

    /// <summary>NICK: the nickname is missing: <c>client :text</c>.</summary>
    public const string ErrNoNicknameGiven = "431";

    /// <summary>NICK: the nickname is not allowed: <c>client nick :text</c>.</summary>
    public const string ErrErroneusNickname = "432";

    /// <summary>NICK: somebody has it: <c>client nick :text</c>.</summary>
    public const string ErrNicknameInUse = "433";

    /// <summary>NICK: one is banned in a channel, and so cannot change it: <c>client nick channel :text</c>. Common usage.</summary>
    public const string ErrBanNickChange = "435";

    /// <summary>Two have one nickname: <c>client nick :text</c>.</summary>
    public const string ErrNickCollision = "436";

    /// <summary>A nickname or channel is held back for a while: <c>client target :text</c>. Common usage.</summary>
    public const string ErrUnavailResource = "437";

    /// <summary>NICK: changed too often: <c>client nick :text</c>. Common usage.</summary>
    public const string ErrNickTooFast = "438";

    /// <summary>Services are away: <c>client service :text</c>. Common usage.</summary>
    public const string ErrServicesDown = "440";

    /// <summary>The user is not on the channel: <c>client nick channel :text</c>.</summary>
    public const string ErrUserNotInChannel = "441";

    /// <summary>One is not on the channel oneself: <c>client channel :text</c>.</summary>
    public const string ErrNotOnChannel = "442";

    /// <summary>INVITE: the user is there already: <c>client nick channel :text</c>.</summary>
    public const string ErrUserOnChannel = "443";

    /// <summary>NICK: cannot be changed now: <c>client :text</c>. Common usage.</summary>
    public const string ErrNoNickChange = "447";

    /// <summary>The connection is not registered yet: <c>client :text</c>.</summary>
    public const string ErrNotRegistered = "451";

    /// <summary>Parameters are missing: <c>client command :text</c>.</summary>
    public const string ErrNeedMoreParams = "461";

    /// <summary>Can be said only before registration: <c>client :text</c>.</summary>
    public const string ErrAlreadyRegistered = "462";

    /// <summary>PASS, OPER: the password is missing or wrong: <c>client :text</c>.</summary>
    public const string ErrPasswdMismatch = "464";

    /// <summary>Banned from the server: <c>client :text</c>.</summary>
    public const string ErrYoureBannedCreep = "465";

    /// <summary>MODE k: there is a key already: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrKeySet = "467";

    /// <summary>USER: the username is not valid: <c>client :text</c>.</summary>
    public const string ErrInvalidUsername = "468";

    /// <summary>JOIN: forwarded to another channel (IRCv3 forward-mode): <c>client from to :text</c>.</summary>
    public const string ErrLinkChannel = "470";

    /// <summary>JOIN: +l: <c>client channel :text</c>.</summary>
    public const string ErrChannelIsFull = "471";

    /// <summary>MODE: no such letter: <c>client letter :text</c>.</summary>
    public const string ErrUnknownMode = "472";

    /// <summary>JOIN: +i: <c>client channel :text</c>.</summary>
    public const string ErrInviteOnlyChan = "473";

    /// <summary>JOIN: +b: <c>client channel :text</c>.</summary>
    public const string ErrBannedFromChan = "474";

    /// <summary>JOIN: +k: <c>client channel :text</c>.</summary>
    public const string ErrBadChannelKey = "475";

    /// <summary>JOIN: not the name of a channel: <c>channel :text</c>.</summary>
    public const string ErrBadChanMask = "476";

    /// <summary>An account is needed: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrNeedReggedNick = "477";

    /// <summary>MODE: the list is full: <c>client channel letter :text</c>. Common usage.</summary>
    public const string ErrBanListFull = "478";

    /// <summary>KNOCK: cannot be delivered: <c>client :text</c>. Common usage.</summary>
    public const string ErrCannotKnock = "480";

    /// <summary>Only for operators: <c>client :text</c>.</summary>
    public const string ErrNoPrivileges = "481";

    /// <summary>A higher rank in the channel is needed: <c>client channel :text</c>.</summary>
    public const string ErrChanOPrivsNeeded = "482";

    /// <summary>KILL: the target is a server: <c>client :text</c>.</summary>
    public const string ErrCantKillServer = "483";

    /// <summary>JOIN: only over a secure connection: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrSecureOnlyChan = "489";

    /// <summary>OPER: not from this address: <c>client :text</c>.</summary>
    public const string ErrNoOperHost = "491";

    /// <summary>MODE: no such user mode: <c>client :text</c>.</summary>
    public const string ErrUmodeUnknownFlag = "501";

    /// <summary>MODE: another user's: <c>client :text</c>.</summary>
    public const string ErrUsersDontMatch = "502";

    /// <summary>HELP: nothing about this: <c>client subject :text</c>.</summary>
    public const string ErrHelpNotFound = "524";

    /// <summary>MODE k: not well-formed: <c>client channel :text</c>.</summary>
    public const string ErrInvalidKey = "525";

    /// <summary>The user does not take messages from the sender: <c>client nick :text</c>. Common usage.</summary>
    public const string ErrCantSendToUser = "531";

    /// <summary>STARTTLS: failed: <c>client :text</c>.</summary>
    public const string ErrStartTls = "691";

    /// <summary>MODE: a parameter is wrong: <c>client target letter parameter :text</c>.</summary>
    public const string ErrInvalidModeParam = "696";

    /// <summary>MODE: the entry is there: <c>client channel mask letter :text</c>. Common usage.</summary>
    public const string ErrListModeAlreadySet = "697";

    /// <summary>MODE: there is no such entry: <c>client channel mask letter :text</c>. Common usage.</summary>
    public const string ErrListModeNotSet = "698";

    /// <summary>KNOCK: too often: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrTooManyKnock = "712";

    /// <summary>KNOCK: one can just join: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrChanOpen = "713";

    /// <summary>KNOCK: one is there already: <c>client channel :text</c>. Common usage.</summary>
    public const string ErrKnockOnChan = "714";

    /// <summary>This privilege of operators is missing: <c>client privilege :text</c>.</summary>
    public const string ErrNoPrivs = "723";

    /// <summary>MONITOR: the list is full (IRCv3 monitor): <c>client limit nick{,nick} :text</c>.</summary>
    public const string ErrMonListFull = "734";

    /// <summary>MODE: the mode is locked: <c>client channel letter lock :text</c>. Common usage.</summary>
    public const string ErrMlockRestricted = "742";

    /// <summary>METADATA: ask again later (IRCv3 metadata): <c>client target seconds :text</c>.</summary>
    public const string ErrMetadataSyncLater = "774";

    /// <summary>METADATA: too often: <c>client seconds target command {parameter}</c>.</summary>
    public const string ErrMetadataRateLimit = "775";

    /// <summary>AUTHENTICATE: the account cannot be used: <c>client :text</c>.</summary>
    public const string ErrNickLocked = "902";

    /// <summary>AUTHENTICATE: failed: <c>client :text</c>.</summary>
    public const string ErrSaslFail = "904";

    /// <summary>AUTHENTICATE: longer than 400 bytes: <c>client :text</c>.</summary>
    public const string ErrSaslTooLong = "905";

    /// <summary>AUTHENTICATE: aborted: <c>client :text</c>.</summary>
    public const string ErrSaslAborted = "906";

    /// <summary>AUTHENTICATE: done already: <c>client :text</c>.</summary>
    public const string ErrSaslAlready = "907";
}
