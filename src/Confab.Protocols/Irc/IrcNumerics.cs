namespace Confab.Protocols.Irc;

/// <summary>
/// The numeric replies. Each says when it is sent and the shape of its parameters: a word stands for a parameter, [ ] may be
/// left out, { } may repeat, and what follows ":" is text for people unless a word says otherwise. "client" is the nickname
/// of who is told, "*" before there is one.
/// </summary>
/// <remarks>
/// From Modern IRC, "Numerics", or from the IRCv3 extension that is named; "common usage" marks those that no specification
/// holds and that servers and clients agree on all the same.
/// </remarks>
public static partial class IrcNumerics
{
    /// <summary>The first line after registration: <c>client :text</c>.</summary>
    public const string RplWelcome = "001";

    /// <summary>The server's name and version: <c>client :text</c>.</summary>
    public const string RplYourHost = "002";

    /// <summary>When the server was started: <c>client :text</c>.</summary>
    public const string RplCreated = "003";

    /// <summary>What the server is: <c>client server version userModes channelModes [channelModesWithParameter]</c>.</summary>
    public const string RplMyInfo = "004";

    /// <summary>What the server supports: <c>client 1*13token :are supported by this server</c>.</summary>
    public const string RplIsupport = "005";

    /// <summary>Another server to use: <c>client host port :text</c>.</summary>
    public const string RplBounce = "010";

    /// <summary>What another server supports: <c>client 1*13token :are supported by this server</c>.</summary>
    public const string RplRemoteIsupport = "105";

    /// <summary>STATS: use of one command: <c>client command count [bytes remoteCount]</c>.</summary>
    public const string RplStatsCommands = "212";

    /// <summary>STATS k: people who are kept out: <c>client K host * user :reason</c>. Common usage.</summary>
    public const string RplStatsKline = "216";

    /// <summary>STATS: the end: <c>client letter :text</c>.</summary>
    public const string RplEndOfStats = "219";

    /// <summary>One's own user modes: <c>client modes</c>.</summary>
    public const string RplUmodeIs = "221";

    /// <summary>STATS d: addresses that are kept out: <c>client D address :reason</c>. Common usage.</summary>
    public const string RplStatsDline = "225";

    /// <summary>STATS: how long the server has run: <c>client :text</c>.</summary>
    public const string RplStatsUptime = "242";

    /// <summary>STATS o: who may become an operator: <c>client O hostmask * name</c> (RFC 2812).</summary>
    public const string RplStatsOline = "243";

    /// <summary>LUSERS: users: <c>client :There are u users and i invisible on s servers</c>.</summary>
    public const string RplLuserClient = "251";

    /// <summary>LUSERS: operators: <c>client count :text</c>.</summary>
    public const string RplLuserOp = "252";

    /// <summary>LUSERS: connections not registered: <c>client count :text</c>.</summary>
    public const string RplLuserUnknown = "253";

    /// <summary>LUSERS: channels: <c>client count :text</c>.</summary>
    public const string RplLuserChannels = "254";

    /// <summary>LUSERS: this server: <c>client :I have c clients and s servers</c>.</summary>
    public const string RplLuserMe = "255";

    /// <summary>ADMIN: the head: <c>client [server] :text</c>.</summary>
    public const string RplAdminMe = "256";

    /// <summary>ADMIN: where the server is: <c>client :text</c>.</summary>
    public const string RplAdminLoc1 = "257";

    /// <summary>ADMIN: who runs it: <c>client :text</c>.</summary>
    public const string RplAdminLoc2 = "258";

    /// <summary>ADMIN: an address to write to: <c>client :text</c>.</summary>
    public const string RplAdminEmail = "259";

    /// <summary>A command was dropped; try later: <c>client command :text</c>.</summary>
    public const string RplTryAgain = "263";

    /// <summary>LUSERS: users here, now and at most: <c>client [now max] :text</c>.</summary>
    public const string RplLocalUsers = "265";

    /// <summary>LUSERS: users of the network, now and at most: <c>client [now max] :text</c>.</summary>
    public const string RplGlobalUsers = "266";

    /// <summary>WHOIS: the certificate: <c>client nick :has client certificate fingerprint hex</c>.</summary>
    public const string RplWhoisCertFp = "276";

    /// <summary>Unused: <c>no shape</c>.</summary>
    public const string RplNone = "300";

    /// <summary>The addressed user is away: <c>client nick :message</c>.</summary>
    public const string RplAway = "301";

    /// <summary>USERHOST: the reply; "-" is away: <c>client :[nick[*]=(+ or -)host{ more}]</c>.</summary>
    public const string RplUserHost = "302";

    /// <summary>ISON: who is present: <c>client :[nick{ nick}]</c>. Common usage.</summary>
    public const string RplIson = "303";

    /// <summary>AWAY: no longer away: <c>client :text</c>.</summary>
    public const string RplUnaway = "305";

    /// <summary>AWAY: away from now on: <c>client :text</c>.</summary>
    public const string RplNowAway = "306";

    /// <summary>WHOIS: has identified for this nickname: <c>client nick :text</c>.</summary>
    public const string RplWhoisRegNick = "307";

    /// <summary>WHOIS: the user: <c>client nick user host * :realname</c>.</summary>
    public const string RplWhoisUser = "311";

    /// <summary>WHOIS, WHOWAS: the server: <c>client nick server :serverInfo</c>.</summary>
    public const string RplWhoisServer = "312";

    /// <summary>WHOIS: is an operator: <c>client nick :text</c>.</summary>
    public const string RplWhoisOperator = "313";

    /// <summary>WHOWAS: the user: <c>client nick user host * :realname</c>.</summary>
    public const string RplWhowasUser = "314";

    /// <summary>WHO: the end: <c>client mask :text</c>.</summary>
    public const string RplEndOfWho = "315";

    /// <summary>WHOIS: idle time; sign-on as Unix time: <c>client nick seconds signon :text</c>.</summary>
    public const string RplWhoisIdle = "317";

    /// <summary>WHOIS: the end; nick as it was asked: <c>client nick :text</c>.</summary>
    public const string RplEndOfWhois = "318";

    /// <summary>WHOIS: the channels: <c>client nick :[prefix]channel{ [prefix]channel}</c>.</summary>
    public const string RplWhoisChannels = "319";

    /// <summary>WHOIS: anything for people to read: <c>client nick :text</c>.</summary>
    public const string RplWhoisSpecial = "320";

    /// <summary>LIST: the head: <c>client Channel :Users  Name</c>.</summary>
    public const string RplListStart = "321";

    /// <summary>LIST: one channel: <c>client channel count :topic</c>.</summary>
    public const string RplList = "322";

    /// <summary>LIST: the end: <c>client :text</c>.</summary>
    public const string RplListEnd = "323";

    /// <summary>MODE: the modes of a channel: <c>client channel modes {argument}</c>.</summary>
    public const string RplChannelModeIs = "324";

    /// <summary>MODE: when a channel was made, as Unix time: <c>client channel time</c>.</summary>
    public const string RplCreationTime = "329";

    /// <summary>WHOIS: is logged in as: <c>client nick account :text</c>.</summary>
    public const string RplWhoisAccount = "330";

    /// <summary>TOPIC: none: <c>client channel :text</c>.</summary>
    public const string RplNoTopic = "331";

    /// <summary>TOPIC: the topic: <c>client channel :topic</c>.</summary>
    public const string RplTopic = "332";

    /// <summary>TOPIC: by whom and when, as Unix time: <c>client channel nick time</c>.</summary>
    public const string RplTopicWhoTime = "333";

    /// <summary>WHOIS: is a bot (IRCv3 bot-mode): <c>client nick :text</c>.</summary>
    public const string RplWhoisBot = "335";

    /// <summary>INVITE without parameters: one invitation: <c>client channel</c>.</summary>
    public const string RplInviteList = "336";

    /// <summary>INVITE without parameters: the end: <c>client :text</c>.</summary>
    public const string RplEndOfInviteList = "337";

    /// <summary>WHOIS: the real address: <c>client nick [[user@]host] [ip] :text</c>.</summary>
    public const string RplWhoisActually = "338";

    /// <summary>INVITE: done: <c>client nick channel</c>.</summary>
    public const string RplInviting = "341";

    /// <summary>MODE I: one entry: <c>client channel mask [who time]</c>.</summary>
    public const string RplInvexList = "346";

    /// <summary>MODE I: the end: <c>client channel :text</c>.</summary>
    public const string RplEndOfInvexList = "347";

    /// <summary>MODE e: one entry: <c>client channel mask [who time]</c>.</summary>
    public const string RplExceptList = "348";

    /// <summary>MODE e: the end: <c>client channel :text</c>.</summary>
    public const string RplEndOfExceptList = "349";

    /// <summary>VERSION: the server's: <c>client version server :comments</c>.</summary>
    public const string RplVersion = "351";

    /// <summary>WHO: one user: <c>client channel user host server nick flags :hops realname</c>.</summary>
    public const string RplWhoReply = "352";

    /// <summary>NAMES: members; symbol is "=", "@" (secret) or "*" (private): <c>client symbol channel :[prefix]nick{ [prefix]nick}</c>.</summary>
    public const string RplNamReply = "353";

    /// <summary>WHO with fields (IRCv3 whox): one user: <c>client {requested field} [:realname]</c>.</summary>
    public const string RplWhoSpcRpl = "354";

    /// <summary>LINKS: one server: <c>client * server :hops serverInfo</c>.</summary>
    public const string RplLinks = "364";

    /// <summary>LINKS: the end: <c>client * :text</c>.</summary>
    public const string RplEndOfLinks = "365";

    /// <summary>NAMES: the end: <c>client channel :text</c>.</summary>
    public const string RplEndOfNames = "366";

    /// <summary>MODE b: one entry: <c>client channel mask [who time]</c>.</summary>
    public const string RplBanList = "367";

    /// <summary>MODE b: the end: <c>client channel :text</c>.</summary>
    public const string RplEndOfBanList = "368";

    /// <summary>WHOWAS: the end: <c>client nick :text</c>.</summary>
    public const string RplEndOfWhowas = "369";

    /// <summary>INFO: one line: <c>client :text</c>.</summary>
    public const string RplInfo = "371";

    /// <summary>MOTD: one line: <c>client :text</c>.</summary>
    public const string RplMotd = "372";

    /// <summary>INFO: the end: <c>client :text</c>.</summary>
    public const string RplEndOfInfo = "374";

    /// <summary>MOTD: the head: <c>client :- server Message of the day -</c>.</summary>
    public const string RplMotdStart = "375";

    /// <summary>MOTD: the end: <c>client :text</c>.</summary>
    public const string RplEndOfMotd = "376";

    /// <summary>WHOIS: is connecting from: <c>client nick :text</c>.</summary>
    public const string RplWhoisHost = "378";

    /// <summary>WHOIS: is using modes: <c>client nick :text</c>.</summary>
    public const string RplWhoisModes = "379";

    /// <summary>OPER: done: <c>client :text</c>.</summary>
    public const string RplYoureOper = "381";

    /// <summary>REHASH: done: <c>client file :text</c>.</summary>
    public const string RplRehashing = "382";

    /// <summary>TIME: the server's: <c>client server [time [offset]] :text</c>.</summary>
    public const string RplTime = "391";

    /// <summary>STARTTLS: go ahead: <c>client :text</c>.</summary>
    public const string RplStartTls = "670";

    /// <summary>WHOIS: is using a secure connection: <c>client nick :text</c>.</summary>
    public const string RplWhoisSecure = "671";

    /// <summary>HELP: the head: <c>client subject :text</c>.</summary>
    public const string RplHelpStart = "704";

    /// <summary>HELP: one line: <c>client subject :text</c>.</summary>
    public const string RplHelpTxt = "705";

    /// <summary>HELP: the last line: <c>client subject :text</c>.</summary>
    public const string RplEndOfHelp = "706";

    /// <summary>KNOCK: somebody asks to be let in: <c>client channel nick!user@host :text</c>. Common usage.</summary>
    public const string RplKnock = "710";

    /// <summary>KNOCK: delivered: <c>client channel :text</c>. Common usage.</summary>
    public const string RplKnockDlvr = "711";

    /// <summary>The addressed user takes messages only from those it accepts: <c>client nick :text</c>. Common usage.</summary>
    public const string RplTargUmodeG = "716";

    /// <summary>The addressed user was told of the attempt: <c>client nick :text</c>. Common usage.</summary>
    public const string RplTargNotify = "717";

    /// <summary>Somebody who is not accepted tried to write: <c>client nick user@host :text</c>. Common usage.</summary>
    public const string RplUmodeGMsg = "718";

    /// <summary>MODE q: one entry: <c>client channel letter mask [who time]</c>. Common usage.</summary>
    public const string RplQuietList = "728";

    /// <summary>MODE q: the end: <c>client channel letter :text</c>. Common usage.</summary>
    public const string RplEndOfQuietList = "729";

    /// <summary>MONITOR: present (IRCv3 monitor): <c>client :nick[!user@host]{,nick[!user@host]}</c>.</summary>
    public const string RplMonOnline = "730";

    /// <summary>MONITOR: absent: <c>client :nick{,nick}</c>.</summary>
    public const string RplMonOffline = "731";

    /// <summary>MONITOR L: entries: <c>client :nick{,nick}</c>.</summary>
    public const string RplMonList = "732";

    /// <summary>MONITOR L: the end: <c>client :text</c>.</summary>
    public const string RplEndOfMonList = "733";

    /// <summary>WHOIS: one key (IRCv3 metadata): <c>client target key visibility :value</c>.</summary>
    public const string RplWhoisKeyValue = "760";

    /// <summary>METADATA: one key: <c>client target key visibility :value</c>.</summary>
    public const string RplKeyValue = "761";

    /// <summary>METADATA: the key has no value: <c>client target key :text</c>.</summary>
    public const string RplKeyNotSet = "766";

    /// <summary>METADATA SUB: done: <c>client 1*key</c>.</summary>
    public const string RplMetadataSubOk = "770";

    /// <summary>METADATA UNSUB: done: <c>client 1*key</c>.</summary>
    public const string RplMetadataUnsubOk = "771";

    /// <summary>METADATA SUBS: the keys: <c>client 1*key</c>.</summary>
    public const string RplMetadataSubs = "772";

    /// <summary>Logged in (IRCv3 sasl): <c>client nick!user@host account :text</c>.</summary>
    public const string RplLoggedIn = "900";

    /// <summary>Logged out: <c>client nick!user@host :text</c>.</summary>
    public const string RplLoggedOut = "901";

    /// <summary>AUTHENTICATE: done: <c>client :text</c>.</summary>
    public const string RplSaslSuccess = "903";

    /// <summary>AUTHENTICATE: the mechanisms there are: <c>client mechanism{,mechanism} :text</c>.</summary>
    public const string RplSaslMechs = "908";
}
