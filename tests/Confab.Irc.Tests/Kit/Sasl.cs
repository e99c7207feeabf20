using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>The client's side of AUTHENTICATE.</summary>
internal static class Sasl
{
    private const int ChunkLength = 400;

    /// <summary>What the mechanism PLAIN says.</summary>
    public static string Plain(string account, string password, string? authorization = null) => $"{authorization ?? account}\0{account}\0{password}";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The lines that carry a response.</summary>
    public static IEnumerable<string> Lines(string response)
    {
        var encoded = Base64(response);
        for (var start = 0; start < encoded.Length; start += ChunkLength)
        {
            yield return $"AUTHENTICATE {encoded[start..Math.Min(start + ChunkLength, encoded.Length)]}";
        }

        if (encoded.Length % ChunkLength == 0)
        {
            yield return "AUTHENTICATE +";
        }
    }

    /// <summary>Goes through a mechanism in which the client speaks once; returns all that came from the start on.</summary>
    public static async Task<Replies> AuthenticateAsync(this IrcClient client, string mechanism, string response)
    {
        var challenge = await client.AskAsync($"AUTHENTICATE {mechanism}");
        Assert.Equal("+", challenge.One("AUTHENTICATE").Last);
        return new Replies([.. challenge, .. await client.AskAsync([.. Lines(response)])]);
    }

    /// <summary>The server's next words, decoded.</summary>
    public static string Decode(IrcMessage authenticate) =>
        authenticate.Last == "+" ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(authenticate.Last));
}
