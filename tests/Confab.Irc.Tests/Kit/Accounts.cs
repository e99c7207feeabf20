namespace Confab.Irc.Tests.Kit;

/// <summary>Accounts and those who use them.</summary>
internal static class Accounts
{
    public const string Password = "correct-horse-7";

    /// <summary>Registers an account with <see cref="Password"/> by a client that leaves again.</summary>
    public static async Task AddAccountAsync(this IrcServer server, string account, string password = Password)
    {
        var client = await server.RegisterAsync(account, "draft/account-registration");
        var success = (await client.AskAsync($"REGISTER * * {password}")).One("REGISTER");
        Assert.Equal(["SUCCESS", account], success.Parameters.Take(2));
        await client.LeaveAsync();
    }

    /// <summary>A registered client that logged in to an account which exists, before it was welcomed.</summary>
    public static async Task<IrcClient> LogInAsync(this IrcServer server, string nick, string account, params string[] capabilities)
    {
        var client = await server.ConnectAsync();
        await client.RequestAsync(["sasl", .. capabilities]);
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain(account, Password))).One("903");
        await client.SendAsync("CAP END");
        await client.RegisterAsync(nick);
        return client;
    }

    /// <summary>A registered client of a new account whose name is its nickname.</summary>
    public static async Task<IrcClient> AddMemberAsync(this IrcServer server, string nick, params string[] capabilities)
    {
        await server.AddAccountAsync(nick);
        return await server.LogInAsync(nick, nick, capabilities);
    }

    /// <summary>A registered client in a channel.</summary>
    public static async Task<IrcClient> EnterAsync(this IrcServer server, string channel, string nick, params string[] capabilities)
    {
        var client = await server.RegisterAsync(nick, capabilities);
        await client.JoinAsync(channel);
        return client;
    }

    /// <summary>Quits, and waits until the server has closed the connection.</summary>
    public static async Task LeaveAsync(this IrcClient client)
    {
        await client.SendAsync("QUIT :bye");
        await client.ReadToEndAsync();
    }
}
