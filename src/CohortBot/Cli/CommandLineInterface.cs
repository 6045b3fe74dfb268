using System.CommandLine;
using System.Globalization;
using CohortBot.Texts;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>The program's command line: <c>cohortbot run | validate | preview | simulate | export | doctor | backup | restore</c>; without a word it runs.</summary>
internal static class CommandLineInterface
{
    /// <summary>Runs what was typed; returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        // Colours and boxes are for terminals; a file or another program gets plain words.
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        var wording = new TextCatalogue().In(Locale.Nearest(CultureInfo.CurrentUICulture.Name));
        var urls = RunCommand.UrlsOption(wording);
        var root = new RootCommand(wording.Say("cli.about"))
        {
            urls,
            RunCommand.Create(wording),
            ValidateCommand.Create(wording),
            PreviewCommand.Create(wording),
            SimulateCommand.Create(wording),
            ExportCommand.Create(wording),
            DoctorCommand.Create(wording),
            BackupCommand.Create(wording),
            RestoreCommand.Create(wording),
        };
        root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(parsed.GetValue(urls), wording, cancellationToken));
        return root.Parse(args).InvokeAsync();
    }
}
