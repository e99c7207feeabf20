using System.CommandLine;
using Confab.Client;

namespace Confab.Cli.Commands;

/// <summary>Where the server is, as all client commands are told it.</summary>
internal static class ServerOptions
{
    /// <summary>The environment variable that saves typing the address.</summary>
    public const string Variable = "CONFAB_SERVER";

    private const string Usual = "127.0.0.1";

    /// <summary>The port of an address that names none.</summary>
    public const int UsualPort = 4000;

    public static Argument<string> Argument() => WithCheck(new Argument<string>("address")
    {
        Description = $"The server, as host:port (default: {Variable} or {Usual}:{UsualPort})",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => FromEnvironment(),
    });

    public static Option<string> Option()
    {
        var option = new Option<string>("--to")
        {
            Description = $"The server, as host:port (default: {Variable} or {Usual}:{UsualPort})",
            HelpName = "host:port",
            DefaultValueFactory = _ => FromEnvironment(),
        };
        option.Validators.Add(result => Check(result.GetValueOrDefault<string>(), result.AddError));
        return option;
    }

    /// <summary>An option for the nickname.</summary>
    public static Option<string?> Nickname() => new("--nick")
    {
        Description = "The nickname (default: your name on this machine; with a number behind it where it is taken)",
        HelpName = "name",
    };

    /// <summary>Reads an address that was checked.</summary>
    public static ServerAddress Parse(string text, int usualPort = UsualPort) =>
        ServerAddress.TryParse(text, usualPort, out var address, out var problem) ? address : throw new ArgumentException(problem, nameof(text));

    private static string FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : Usual;

    private static Argument<string> WithCheck(Argument<string> argument)
    {
        argument.Validators.Add(result => Check(result.GetValueOrDefault<string>(), result.AddError));
        return argument;
    }

    private static void Check(string? text, Action<string> addError)
    {
        if (!ServerAddress.TryParse(text ?? "", UsualPort, out _, out var problem))
        {
            addError(problem);
        }
    }
}
