using Confab.Chat.Sessions;

namespace Confab.Chat.Names;

/// <summary>Somebody as masks look at them: every name folded once, however many masks are asked.</summary>
public readonly record struct MaskSubject
{
    /// <param name="nickname">Their nickname.</param>
    /// <param name="username">Their username.</param>
    /// <param name="host">The host that others are shown.</param>
    /// <param name="address">The IP address they come from, which masks match beside the host; may be empty.</param>
    /// <param name="account">The account they are signed in to; null for none.</param>
    public MaskSubject(string nickname, string username, string host, string address, string? account)
    {
        Nickname = Glob.Fold(nickname);
        Username = Glob.Fold(username);
        Host = Glob.Fold(host);
        Address = Glob.Fold(address);
        Account = account is null ? null : Glob.Fold(account);
    }

    public string Nickname { get; }

    public string Username { get; }

    public string Host { get; }

    public string Address { get; }

    public string? Account { get; }

    /// <summary>A user as it is shown now.</summary>
    public static MaskSubject Of(Participant who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return new MaskSubject(who.Nickname.Text, who.Username, who.Host, who.Origin.Address, who.Account);
    }
}
