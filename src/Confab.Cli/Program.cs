using System.CommandLine;
using Confab.Cli.Commands;

return await CommandLine.RunAsync(
    new RootCommand("Confab: one room, every door.")
    {
        ServeCommand.Create(),
        ChatCommand.Create(),
        SayCommand.Create(),
        ListenCommand.Create(),
        BenchCommand.Create(),
        AccountCommand.Create(),
        RoomCommand.Create(),
    },
    args);
