using Confab.Chat.Moderation;

namespace Confab.Chat.Accounts;

/// <summary>
/// Bounds how often passwords are tried: failed tries of an account, all tries of an address. A try counts from the moment it begins,
/// so that many at once do not slip past; one that succeeds is taken back from its account. It also bounds how many accounts one address
/// registers in an hour. An IPv6 address counts as its /64, which is what one household has.
/// </summary>
internal sealed class LoginThrottle(AccountOptions options)
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly TryCounter _byAccount = new(options.TriesPerAccount, options.TriesWindow);
    private readonly TryCounter _byAddress = new(options.TriesPerAddress, options.TriesWindow);
    private readonly TryCounter _registrations = new(options.RegistrationsPerAddress, _hour);

    /// <summary>
    /// Begins a try. False, and nothing is counted, where the account or the address has none left; <paramref name="wait"/> is then how
    /// long until it has.
    /// </summary>
    /// <param name="account">The account's key; the name that was given where there is no such account.</param>
    /// <param name="address">The peer's address.</param>
    /// <param name="now">The time of the tick.</param>
    /// <param name="wait">How long to wait; zero where the result is true.</param>
    public bool TryBegin(string account, string address, DateTimeOffset now, out TimeSpan wait)
    {
        var source = SourceOf(address);
        var (ofAccount, ofAddress) = (_byAccount.Wait(account, now), _byAddress.Wait(source, now));
        wait = ofAccount > ofAddress ? ofAccount : ofAddress;
        if (wait > TimeSpan.Zero)
        {
            return false;
        }

        _byAccount.Take(account, now);
        _byAddress.Take(source, now);
        return true;
    }

    /// <summary>A try that began has succeeded: it does not count against its account.</summary>
    public void Succeeded(string account) => _byAccount.GiveBack(account);

    /// <summary>Counts a registration; false, and nothing is counted, where the address has registered enough for this hour.</summary>
    public bool TryRegister(string address, DateTimeOffset now, out TimeSpan wait)
    {
        var source = SourceOf(address);
        wait = _registrations.Wait(source, now);
        if (wait > TimeSpan.Zero)
        {
            return false;
        }

        _registrations.Take(source, now);
        return true;
    }

    private static string SourceOf(string address) =>
        AddressRange.TryParse(address, out var range) ? range.Household().ToString() : address;
}
