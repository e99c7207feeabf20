using System.Globalization;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>The second parameter of WHO: <c>[o][%fields[,token]]</c> (RFC 2812 section 3.6.1, IRCv3 whox).</summary>
internal sealed class WhoQuery
{
    private const int MaxTokenLength = 3;

    private WhoQuery(bool operatorsOnly, string? fields, string token)
    {
        OperatorsOnly = operatorsOnly;
        Fields = fields;
        Token = token;
    }

    /// <summary>True: only operators of the server are listed.</summary>
    public bool OperatorsOnly { get; }

    /// <summary>The fields that are asked for, as they were written; null for a plain WHO.</summary>
    public string? Fields { get; }

    /// <summary>What comes back with each line; 0 where none was given.</summary>
    public string Token { get; }

    public static WhoQuery Read(string? text)
    {
        var percent = text?.IndexOf('%', StringComparison.Ordinal) ?? -1;
        var flags = percent < 0 ? text ?? string.Empty : text![..percent];
        if (percent < 0)
        {
            return new WhoQuery(flags.Contains('o', StringComparison.Ordinal), fields: null, "0");
        }

        var parts = text![(percent + 1)..].Split(',', 2);
        var token = parts.Length > 1 && parts[1].Length is > 0 and <= MaxTokenLength && uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? parts[1]
            : "0";
        return new WhoQuery(flags.Contains('o', StringComparison.Ordinal), parts[0], token);
    }
}
