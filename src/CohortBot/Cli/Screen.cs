using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>Where commands print.</summary>
internal static class Screen
{
    /// <summary>The terminal; a file or a pipe gets plain text in wide lines.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        return console;
    }
}
