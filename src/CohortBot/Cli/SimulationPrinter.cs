using System.Text;
using CohortBot.Simulation.Report;
using CohortBot.Texts;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>Prints a simulation's report: with colours on a terminal, else the same bytes on every machine.</summary>
internal static class SimulationPrinter
{
    private const int WidthOfFiles = 80;

    /// <summary>Prints it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="asJson">For programs.</param>
    /// <param name="width">How wide, where somebody said so.</param>
    public static void Print(SimulationReport report, bool asJson, int? width)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = !Console.IsOutputRedirected };
        if (asJson)
        {
            output.Write(ReportJson.Write(report));
            return;
        }

        var hasColours = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        foreach (var line in new ReportText(new TextCatalogue().In(report.Request.Language), width ?? Width()).Write(report))
            Print(line, hasColours, output);
    }

    private static int Width() => Console.IsOutputRedirected ? WidthOfFiles : Math.Clamp(AnsiConsole.Profile.Width - 1, SimulateInput.LeastWidth, SimulateInput.MostWidth);

    private static void Print(ReportLine line, bool hasColours, TextWriter output)
    {
        if (hasColours && Style(line.Tone) is { } style)
            AnsiConsole.Console.WriteLine(line.Text, style);
        else
            output.WriteLine(line.Text);
    }

    private static Style? Style(Tone tone) => tone switch
    {
        Tone.Title => new Style(decoration: Decoration.Bold),
        Tone.Lesson => new Style(Color.Aqua),
        Tone.Facilitator => new Style(Color.Yellow),
        Tone.Chaos => new Style(Color.Fuchsia),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Quiet => new Style(decoration: Decoration.Dim),
        _ => null,
    };
}
