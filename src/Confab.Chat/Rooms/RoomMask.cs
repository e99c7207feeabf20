using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>
/// Whom an entry in one of a room's lists means: a <see cref="Mask"/>; or <c>a:name</c>, whoever is signed in to an account that fits the name
/// (wildcards allowed); or <c>m:</c> before either, which only forbids to speak. A <c>~</c> before the letter changes nothing; the words
/// <c>account:</c> and <c>mute:</c> mean the same. Equality is by <see cref="Key"/>, so all ways to write one are one.
/// </summary>
/// <remarks>Matching by account: IRCv3, extensions/account-extban.</remarks>
public sealed record RoomMask
{
    private readonly Mask? _mask;
    private readonly Glob? _account;

    private RoomMask(string text, string key, bool mutes, Mask? mask, Glob? account)
    {
        Text = text;
        Key = key;
        Mutes = mutes;
        _mask = mask;
        _account = account;
    }

    /// <summary>As it was written, with the mask completed.</summary>
    public string Text { get; }

    /// <summary>The form that is compared.</summary>
    public string Key { get; }

    /// <summary>True when it is only about speaking.</summary>
    public bool Mutes { get; }

    /// <summary>Reads what somebody wrote; a sentence says what is wrong with it where the result is false.</summary>
    public static bool TryCreate(string? input, [NotNullWhen(true)] out RoomMask? mask, [NotNullWhen(false)] out string? problem)
    {
        mask = null;
        var text = input ?? "";
        problem = Mask.Check(text);
        if (problem is not null)
        {
            return false;
        }

        var mutes = ReadPrefix(text, out var muted) == Kind.Mute;
        var rest = mutes ? muted : text;
        var front = text[..^rest.Length];
        if (rest.Length == 0)
        {
            problem = $"{text} says to mute but not whom. Add a mask or an account, like m:nick!*@* or m:a:name.";
            return false;
        }

        switch (ReadPrefix(rest, out var inner))
        {
            case Kind.Mute:
                problem = $"{text} says twice to mute. Once is enough.";
                return false;
            case Kind.Unknown:
                problem = $"{text} is no kind of extended mask that is known here. Use a: for an account or m: to mute.";
                return false;
            case Kind.Account when inner.Length == 0:
                problem = $"{text} names no account. Add its name, or * for all who are signed in to one.";
                return false;
            case Kind.Account:
                var account = Glob.Parse(inner);
                mask = new RoomMask(front + rest[..^inner.Length] + account.Text, Keyed(mutes, "a:" + account.Key), mutes, null, account);
                return true;
            default:
                if (Mask.TryCreate(rest, out var plain, out problem))
                {
                    mask = new RoomMask(front + plain.Text, Keyed(mutes, plain.Key), mutes, plain, null);
                }

                return mask is not null;
        }
    }

    /// <summary>True when it means this person, whatever it then forbids or allows.</summary>
    public bool Matches(in MaskSubject who) =>
        _mask is not null ? _mask.Matches(who) : who.Account is not null && _account!.Matches(who.Account);

    /// <summary>Equality by <see cref="Key"/>.</summary>
    public bool Equals(RoomMask? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static string Keyed(bool mutes, string key) => mutes ? "m:" + key : key;

    private static Kind ReadPrefix(string text, out string rest)
    {
        rest = text;
        var tilde = text[0] == '~';
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? "" : text[(tilde ? 1 : 0)..colon];

        // Two colons are the middle of an IPv6 address: a::1 is a host.
        if (word.Length == 0 || (!tilde && colon + 1 < text.Length && text[colon + 1] == ':'))
        {
            return Kind.Plain;
        }

        var kind = word switch
        {
            "a" or "account" => Kind.Account,
            "m" or "mute" => Kind.Mute,
            _ when tilde && word.All(char.IsAsciiLetter) => Kind.Unknown,
            _ => Kind.Plain,
        };
        if (kind is Kind.Account or Kind.Mute)
        {
            rest = text[(colon + 1)..];
        }

        return kind;
    }

    private enum Kind
    {
        Plain,
        Account,
        Mute,
        Unknown,
    }
}
