using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Names;

namespace Confab.Chat.Moderation;

/// <summary>Keeps certain people or addresses out of the server. Only valid ones exist.</summary>
public sealed record NetworkBan
{
    private readonly Mask? _mask;
    private readonly AddressRange _range;

    private NetworkBan(BanKind kind, string target, Mask? mask, AddressRange range)
    {
        Kind = kind;
        Target = target;
        _mask = mask;
        _range = range;
    }

    public BanKind Kind { get; }

    /// <summary>Whom it means: <c>user@host</c> with the wildcards <c>*</c> and <c>?</c>, or an address or range.</summary>
    public string Target { get; }

    /// <summary>Why; shown to those it keeps out.</summary>
    public required string Reason { get; init; }

    /// <summary>The nickname of who added it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Two bans of the same kind with the same folded target are one.</summary>
    public string Key => Kind == BanKind.Person ? $"K {_mask!.Key}" : $"D {Target}";

    /// <summary>True when it means every host or every address, which would be the end of the server for everybody.</summary>
    public bool IsTooWide => Kind == BanKind.Person ? _mask!.IsEverybody : _range.Prefix == 0 || (_range.IsVersion4 && _range.FreeBits == 32);

    /// <summary>Reads whom a ban means, without saying yet why and how long.</summary>
    public static bool TryCreate(
        BanKind kind, string target, string reason, string by, DateTimeOffset created, DateTimeOffset? expires,
        [NotNullWhen(true)] out NetworkBan? ban, [NotNullWhen(false)] out string? problem)
    {
        ban = null;
        problem = null;
        Mask? mask = null;
        AddressRange range = default;
        if (kind == BanKind.Person)
        {
            Mask.TryCreate(target.Contains('@', StringComparison.Ordinal) ? target : "*@" + target, out mask, out problem);
        }
        else if (!AddressRange.TryParse(target, out range))
        {
            problem = $"{Quoted.Of(target)} is no address. Give one such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32.";
        }

        if (problem is null)
        {
            ban = new NetworkBan(kind, kind == BanKind.Person ? mask!.Text[(mask.Text.IndexOf('!', StringComparison.Ordinal) + 1)..] : range.ToString(), mask, range)
            {
                Reason = reason,
                By = by,
                Created = created,
                Expires = expires,
            };
            problem = ban.IsTooWide ? $"{ban.Target} would keep everybody out. Give a narrower one." : null;
            ban = problem is null ? ban : null;
        }

        return ban is not null;
    }

    /// <summary>True while it counts.</summary>
    public bool IsInForce(DateTimeOffset now) => Expires is not { } end || now < end;

    /// <summary>True when it means that address; a ban of people never does.</summary>
    public bool MeansAddress(AddressRange address) => Kind == BanKind.Address && _range.Contains(address);

    /// <summary>True when it means that person; a ban of addresses never does.</summary>
    public bool MeansPerson(in MaskSubject person) => Kind == BanKind.Person && _mask!.Matches(person);
}
