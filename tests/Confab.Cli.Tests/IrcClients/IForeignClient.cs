namespace Confab.Cli.Tests.IrcClients;

/// <summary>An IRC client of other people's, signed in to its account over TLS and in the room.</summary>
internal interface IForeignClient : IAsyncDisposable
{
    /// <summary>Its nickname and account.</summary>
    string Nickname { get; }

    /// <summary>Has it say something in the room.</summary>
    Task SayAsync(string text);

    /// <summary>Waits until it shows this.</summary>
    Task ShowsAsync(string text);

    /// <summary>Waits until it has entered the room so many times.</summary>
    Task EntersAsync(int times);
}
