using System.CommandLine;
using Confab.Cli.Administration;
using Confab.Cli.Chatting;
using Confab.Protocols.Control;

namespace Confab.Cli.Commands;

/// <summary><c>confab account</c>: looks after accounts, whether the server runs or not.</summary>
internal static class AccountCommand
{
    private const string On = "on";
    private const string Off = "off";

    public static Command Create() => Create(new SystemKeyboard());

    /// <summary>Makes the command.</summary>
    /// <param name="keyboard">Where passwords and consent come from.</param>
    public static Command Create(IKeyboard keyboard)
    {
        var options = new ControlOptions();
        var command = new Command("account", "Look after accounts, whether the server runs or not")
        {
            Add(options, keyboard),
            Passwd(options, keyboard),
            List(options),
            Show(options),
            Suspend(options),
            Unsuspend(options),
            Delete(options, keyboard),
            Promote(options),
        };
        options.AddTo(command);
        return command;
    }

    private static Command Add(ControlOptions options, IKeyboard keyboard)
    {
        var name = Name();
        var administrator = new Option<bool>("--administrator") { Description = "Let it look after other accounts, and become operator over IRC" };
        var email = new Option<string?>("--email") { Description = "How the owner can be reached", HelpName = "ADDRESS" };
        var fromInput = PasswordFromInput();
        var command = new Command("add", "Make an account; asks for its password") { name, administrator, email, fromInput };
        command.SetAction((parsed, cancellation) =>
        {
            var who = parsed.GetRequiredValue(name);
            return ControlErrand.RunAsync(
                parsed,
                options,
                errand => WithPasswordAsync(errand, keyboard, who, parsed.GetValue(fromInput), password => errand.DoAsync(
                    new ControlCommand
                    {
                        Do = ControlDeeds.AddAccount,
                        Name = who,
                        Password = password,
                        Email = parsed.GetValue(email),
                        Administrator = parsed.GetValue(administrator) ? true : null,
                    },
                    $"{who} has an account{(parsed.GetValue(administrator) ? " and is administrator" : "")}.")),
                mayCreate: true,
                cancellation);
        });
        return command;
    }

    private static Command Passwd(ControlOptions options, IKeyboard keyboard)
    {
        var name = Name();
        var fromInput = PasswordFromInput();
        var command = new Command("passwd", "Give an account another password; asks for it") { name, fromInput };
        command.SetAction((parsed, cancellation) =>
        {
            var who = parsed.GetRequiredValue(name);
            return ControlErrand.RunAsync(
                parsed,
                options,
                errand => WithPasswordAsync(errand, keyboard, who, parsed.GetValue(fromInput), password => errand.DoAsync(
                    new ControlCommand { Do = ControlDeeds.SetPassword, Name = who, Password = password }, $"{who} has another password.")),
                mayCreate: false,
                cancellation);
        });
        return command;
    }

    private static Command List(ControlOptions options)
    {
        var pattern = new Argument<string?>("pattern") { Description = "What names must look like, with * and ?", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print an object for each, one on each line (docs/protocols/control.md)" };
        var command = new Command("list", "List accounts") { pattern, json };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed, options, errand => AccountPages.PrintAsync(errand, parsed.GetValue(pattern), parsed.GetValue(json)), mayCreate: false, cancellation));
        return command;
    }

    private static Command Show(ControlOptions options)
    {
        var name = Name();
        var json = new Option<bool>("--json") { Description = "Print it as an object (docs/protocols/control.md)" };
        var command = new Command("show", "Tell about an account") { name, json };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed,
            options,
            async errand =>
            {
                var reply = await errand.AskAsync(new ControlCommand { Do = ControlDeeds.ShowAccount, Name = parsed.GetRequiredValue(name) });
                if (reply?.Account is not { } account)
                {
                    return ExitCode.Refused;
                }

                if (parsed.GetValue(json))
                {
                    JsonLines.Write(errand.Output, [account], ControlAccount.Write);
                    return ExitCode.Done;
                }

                foreach (var line in AccountLines.Show(account))
                {
                    await errand.Output.WriteLineAsync(line);
                }

                return ExitCode.Done;
            },
            mayCreate: false,
            cancellation));
        return command;
    }

    private static Command Suspend(ControlOptions options)
    {
        var name = Name();
        var reason = new Argument<string[]>("reason") { Description = "Why; its owner is told", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("suspend", "Close an account for a while; who uses it is sent away") { name, reason };
        command.SetAction((parsed, cancellation) => DoAsync(
            parsed,
            options,
            new ControlCommand
            {
                Do = ControlDeeds.SuspendAccount,
                Name = parsed.GetRequiredValue(name),
                Reason = parsed.GetValue(reason) is { Length: > 0 } words ? string.Join(' ', words) : null,
            },
            $"{parsed.GetRequiredValue(name)} is suspended.",
            cancellation));
        return command;
    }

    private static Command Unsuspend(ControlOptions options)
    {
        var name = Name();
        var command = new Command("unsuspend", "Open an account again") { name };
        command.SetAction((parsed, cancellation) => DoAsync(
            parsed,
            options,
            new ControlCommand { Do = ControlDeeds.UnsuspendAccount, Name = parsed.GetRequiredValue(name) },
            $"{parsed.GetRequiredValue(name)} is not suspended any more.",
            cancellation));
        return command;
    }

    private static Command Delete(ControlOptions options, IKeyboard keyboard)
    {
        var name = Name();
        var yes = Consent.Option();
        var command = new Command("delete", "End an account and all that belongs to it") { name, yes };
        command.SetAction((parsed, cancellation) => ControlErrand.RunAsync(
            parsed,
            options,
            async errand =>
            {
                var who = parsed.GetRequiredValue(name);
                var wanted = new ControlCommand { Do = ControlDeeds.DeleteAccount, Name = who };
                if (await errand.AskAsync(wanted) is not { Confirm: { } code } needed)
                {
                    return ExitCode.Refused;
                }

                return !parsed.GetValue(yes) && !Consent.Ask(keyboard, errand, needed.Text ?? "", who, out var status)
                    ? status
                    : await errand.DoAsync(wanted with { Confirm = code }, $"The account {who} is no more.");
            },
            mayCreate: false,
            cancellation));
        return command;
    }

    private static Command Promote(ControlOptions options)
    {
        var name = Name();
        var administrator = new Argument<string>("administrator")
        {
            Description = $"{On} to let it look after other accounts and become operator over IRC, {Off} to end that",
            DefaultValueFactory = _ => On,
        };
        administrator.AcceptOnlyFromAmong(On, Off);
        var command = new Command("promote", "Say whether an account is administrator") { name, administrator };
        command.SetAction((parsed, cancellation) =>
        {
            var on = parsed.GetRequiredValue(administrator) == On;
            var who = parsed.GetRequiredValue(name);
            return DoAsync(
                parsed,
                options,
                new ControlCommand { Do = ControlDeeds.PromoteAccount, Name = who, Administrator = on },
                on ? $"{who} is administrator." : $"{who} is not administrator any more.",
                cancellation);
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The account's name" };

    private static Option<bool> PasswordFromInput() => new("--password-stdin") { Description = "Take the password from the first line of the standard input" };

    private static Task<int> DoAsync(ParseResult parsed, ControlOptions options, ControlCommand command, string done, CancellationToken cancellation) =>
        ControlErrand.RunAsync(parsed, options, errand => errand.DoAsync(command, done), mayCreate: false, cancellation);

    private static async Task<int> WithPasswordAsync(
        ControlErrand errand, IKeyboard keyboard, string name, bool fromInput, Func<string, Task<int>> go) =>
        new PasswordPrompt(keyboard, errand.Error).Read(name, fromInput) is { } password ? await go(password) : ExitCode.Usage;
}
