namespace Confab.Irc.Tests.Permissions;

/// <summary>A way to read something of a room over IRC.</summary>
public enum ReadPath
{
    History,
    HistoryBefore,
    HistoryTargets,
    Playback,
    List,
    Names,
    Who,
    Whois,
    Topic,
    Modes,
    Bans,
    Key,
}
