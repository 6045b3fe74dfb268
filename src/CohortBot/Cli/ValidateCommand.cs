using System.CommandLine;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Texts;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary><c>cohortbot validate [FOLDER]</c>: says what is to be mended in courses and prompts.</summary>
internal static class ValidateCommand
{
    /// <summary>The command; its exit code is 1 when there are errors.</summary>
    public static Command Create(Wording wording)
    {
        var folder = new Argument<string?>("FOLDER") { Arity = ArgumentArity.ZeroOrOne, Description = wording.Say("validate.folder") };
        var command = new Command("validate", wording.Say("validate.about")) { folder };
        command.SetAction(async (parsed, _) => await RunAsync(parsed.GetValue(folder), wording));
        return command;
    }

    /// <summary>Reads the folders and prints what was found.</summary>
    public static int Run(CourseFolders folders, IAnsiConsole console, Wording wording)
    {
        var reading = CourseReader.Read(folders.Lessons, folders.Prompts);
        foreach (var file in reading.Problems.GroupBy(problem => problem.File))
            Print(file, console, wording);
        var errors = reading.Problems.Count(problem => problem.IsError);
        var shelf = Count(reading.Shelf, wording);
        console.WriteLine(reading.Problems.Count == 0
            ? wording.Say("validate.nothing", ("shelf", shelf))
            : wording.Say("validate.some", ("shelf", shelf), ("errors", errors), ("warnings", reading.Problems.Count - errors)));
        if (errors > 0)
            console.WriteLine(wording.Say("validate.unusable"));
        return errors > 0 ? 1 : 0;
    }

    private static async Task<int> RunAsync(string? folder, Wording wording)
    {
        if (folder is not null)
            return Run(new CourseFolders(Path.Combine(folder, "lessons"), Path.Combine(folder, "prompts")), Screen.Create(), wording);
        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            return Run(CourseFolders.Find(app.Services.GetRequiredService<IOptions<CourseOptions>>().Value), Screen.Create(), wording);
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static void Print(IGrouping<string, CourseProblem> file, IAnsiConsole console, Wording wording)
    {
        console.Write(new Text(file.Key, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var problem in file)
        {
            grid.AddRow(
                new Text(wording.Say(problem.IsError ? "validate.error" : "validate.warning"), new Style(problem.IsError ? Color.Red : Color.Yellow)),
                new Text(wording.Say("validate.line", ("line", problem.Line))),
                new Text($"{problem.Say(wording)}\n{wording.Say("validate.mend", ("mend", problem.Mend(wording)))}"));
        }

        console.Write(grid);
        console.WriteLine();
    }

    private static string Count(CourseShelf shelf, Wording wording) => wording.Say("validate.shelf",
        ("courses", shelf.Courses.Count), ("lessons", shelf.Courses.Sum(course => course.Lessons.Count)), ("labs", shelf.Labs.Count), ("guides", shelf.Guides.Count));
}
