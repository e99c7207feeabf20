using System.CommandLine;
using System.Globalization;

namespace Confab.Cli.Commands;

/// <summary>Options that take a whole number from a range.</summary>
internal static class WholeNumber
{
    public static Option<int> Option(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "n", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // What is no number at all is complained about by the parser.
            if (result.Tokens is [var token]
                && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && (value < least || value > most))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {least} to {most}."));
            }
        });
        return option;
    }
}
