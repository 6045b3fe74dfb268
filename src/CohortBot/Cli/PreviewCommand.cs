using System.CommandLine;
using CohortBot.Chat.Rendering;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Cli;

/// <summary><c>cohortbot preview LESSON</c>: shows a lesson as each platform will show it, without a connection to any.</summary>
internal static class PreviewCommand
{
    /// <summary>The command; its exit code is 1 when a name is not known.</summary>
    public static Command Create(Wording wording)
    {
        var lesson = new Argument<string?>("LESSON") { Arity = ArgumentArity.ZeroOrOne, Description = wording.Say("preview.lesson") };
        var platform = new Option<string?>("--platform") { Description = wording.Say("preview.platform") };
        var all = new Option<bool>("--all") { Description = wording.Say("preview.all") };
        var raw = new Option<bool>("--raw") { Description = wording.Say("preview.raw") };
        var command = new Command("preview", wording.Say("preview.about")) { lesson, platform, all, raw };
        command.SetAction(async (parsed, _) =>
            await RunAsync(new PreviewRequest(parsed.GetValue(lesson), parsed.GetValue(platform), parsed.GetValue(all), parsed.GetValue(raw)), wording));
        return command;
    }

    /// <summary>Prints what was asked for, or says what is wrong with it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(PreviewRequest request, CourseShelf shelf, PreviewPrinter printer, Wording wording)
    {
        if (Refusal(request, shelf, wording) is { } refusal)
        {
            printer.Say(refusal);
            return 1;
        }

        var lessons = request.IsAll ? LessonFinder.All(shelf) : [LessonFinder.Find(shelf, request.Lesson!)!.Value];
        IReadOnlyList<string> platforms = request.Platform is null ? MessagePreview.Platforms : [request.Platform];
        foreach (var (course, lesson) in lessons)
        {
            foreach (var platform in platforms)
                printer.Print(course, lesson, platform, request.IsRaw);
        }

        return 0;
    }

    private static string? Refusal(PreviewRequest request, CourseShelf shelf, Wording wording)
    {
        if (request.Platform is { } platform && MessagePreview.Find(platform) is null)
            return wording.Say("preview.unknown_platform", ("typed", platform), ("platforms", string.Join(", ", MessagePreview.Platforms)));
        if (LessonFinder.All(shelf).Count == 0)
            return wording.Say("preview.no_lessons");
        if (request.IsAll || (request.Lesson is not null && LessonFinder.Find(shelf, request.Lesson) is not null))
            return null;

        var lessons = string.Join(", ", LessonFinder.All(shelf).Select(found => found.Lesson.Id));
        if (request.Lesson is null)
            return wording.Say("preview.which", ("lessons", lessons));
        return LessonFinder.Nearest(shelf, request.Lesson) is { } near
            ? wording.Say("preview.unknown_lesson_near", ("typed", request.Lesson), ("near", near))
            : wording.Say("preview.unknown_lesson", ("typed", request.Lesson), ("lessons", lessons));
    }

    private static async Task<int> RunAsync(PreviewRequest request, Wording wording)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            var folders = CourseFolders.Find(app.Services.GetRequiredService<IOptions<CourseOptions>>().Value);
            return Run(request, CourseReader.Read(folders.Lessons, folders.Prompts).Shelf, new PreviewPrinter(Screen.Create(), wording), wording);
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }
}

/// <summary>What was typed: a lesson or all of them, a platform or none for all of them, and whether to show what is sent.</summary>
internal sealed record PreviewRequest(string? Lesson, string? Platform, bool IsAll = false, bool IsRaw = false);
