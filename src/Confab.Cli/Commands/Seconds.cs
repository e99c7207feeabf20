using System.CommandLine;
using System.Globalization;

namespace Confab.Cli.Commands;

/// <summary>Options that take a time in seconds, parts of one too.</summary>
internal static class Seconds
{
    public static Option<double> Option(string name, string description, double usual, double least, double most)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            HelpName = "seconds",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
                {
                    result.AddError(string.Create(
                        CultureInfo.InvariantCulture, $"{name} is {text}; it must be a number of seconds from {least} to {most}, such as 2.5."));
                }

                return value;
            },
        };
        return option;
    }
}
