using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Lessons;
using CohortBot.Texts;
using Spectre.Console;
using Document = CohortBot.Chat.Documents.Document;

namespace CohortBot.Cli;

/// <summary>Prints previews part by part: the words, characters used of the limit, figures and buttons.</summary>
internal sealed class PreviewPrinter(IAnsiConsole console, Wording wording)
{
    /// <summary>Prints a sentence.</summary>
    public void Say(string sentence) => console.WriteLine(sentence);

    /// <summary>Prints a lesson as a platform will show it.</summary>
    public void Print(Course course, Lesson lesson, string platform, bool isRaw)
    {
        var preview = MessagePreview.Find(platform) ?? throw new ArgumentException($"There is no platform '{platform}'.", nameof(platform));
        var parts = preview.Parts(Message(course, lesson));
        console.Write(new Text(wording.Say("preview.title", ("platform", Name(platform)), ("course", course.Id), ("lesson", lesson.Id), ("parts", parts.Count)), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        for (var at = 0; at < parts.Count; at++)
        {
            console.Write(new Rule(Markup.Escape(wording.Say("preview.part",
                ("part", at + 1), ("parts", parts.Count), ("used", parts[at].Length), ("limit", preview.Limits.MessageLength)))).LeftJustified());
            Print(parts[at], isRaw);
        }
    }

    private void Print(PreviewPart part, bool isRaw)
    {
        // What is sent is printed letter by letter, so that it can be copied: nothing wraps it.
        if (isRaw)
            console.Profile.Out.Writer.WriteLine(part.Raw);
        else
            console.WriteLine(part.Text);
        foreach (var (path, alt) in part.Files)
            SayBelow(wording.Say(File.Exists(path) ? "preview.figure" : "preview.figure_missing", ("path", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)), ("alt", alt)));
        foreach (var button in part.Document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons))
            SayBelow(wording.Say("preview.button", ("label", button.Label), ("action", button.Url ?? $"/{button.Action}")));
        console.WriteLine();
    }

    private void SayBelow(string sentence) => console.Write(new Padder(new Text(sentence, new Style(decoration: Decoration.Dim)), new Padding(2, 0, 0, 0)));

    private string Name(string platform) => wording.Say($"preview.name_{platform.ToLowerInvariant()}");

    private Document Message(Course course, Lesson lesson) => LessonMessage.For(new LessonToShow(AnyCohort(course), lesson, wording));

    // What a posted lesson says depends on its cohort by no more than the number in its button.
    private Cohort AnyCohort(Course course) => new()
    {
        Workspace = WorkspaceId.Local,
        Id = new CohortId(1),
        Name = course.Title,
        Course = course.Id,
        Channel = course.Id.Value,
        State = CohortState.Running,
        Plan = "",
        Zone = "UTC",
        StartsOn = default,
        ReplanFrom = default,
        GraceMinutes = 0,
        Gate = LessonGate.Date,
        ThreadMode = LabThreadMode.Own,
        Locale = wording.Locale,
    };
}
