using CohortBot.Chat.Documents;
using CohortBot.Courses;

namespace CohortBot.Tests.Labs;

/// <summary>A course of three lessons: two with a lab, one without.</summary>
internal sealed class LabCourse : ICourseLibrary
{
    private static readonly Prompt NoPrompt = new() { Name = "none", Description = "", Template = "", Variables = [] };

    public CourseShelf Shelf { get; } = CourseShelf.Empty with
    {
        Courses =
        [
            new Course(new CourseId("map"), "The map", "A course.", Document.Plain("Welcome."), [Lesson(1, Lab("fit", "Where do you fit?")), Lesson(2, Lab("pillars", "Rate your pillars")), Lesson(3, null)]),
        ],
    };

    private static Lab Lab(string id, string title) => new()
    {
        Id = new LabId(id),
        Title = title,
        Goal = $"The goal of {id}.",
        MinimumExchanges = 3,
        Minutes = 20,
        Opening = Document.Plain($"First question of {id}?"),
        Closing = Document.Plain($"Closing of {id}."),
        Covers = [new Topic("work", "What you do", [new TopicQuestion("What do you do?", [])], [])],
        Prompt = NoPrompt,
        Card = new CardShape($"Card of {id}",
        [
            new CardField
            {
                Id = "layer", Label = "Your layer", Kind = CardFieldKind.Choice, Otherwise = "apps",
                Options = [new CardOption("research", "Research", ["paper"], "You read papers."), new CardOption("apps", "Applications", ["nurse", "patient"], "You know people who need it.")],
            },
            new CardField { Id = "why", Label = "In your own words", Kind = CardFieldKind.Quote },
            new CardField { Id = "next", Label = "Next step", Kind = CardFieldKind.Advice, By = "layer", Says = new Dictionary<string, string>(StringComparer.Ordinal) { ["research"] = "Read one.", ["apps"] = "Build one." } },
            Score("maths", "statistics"),
            Score("code", "python"),
            new CardField { Id = "total", Label = "Together", Kind = CardFieldKind.Sum, Of = ["maths", "code"] },
        ]),
    };

    private static CardField Score(string id, string cue) => new()
    {
        Id = id,
        Label = id,
        Kind = CardFieldKind.Score,
        Otherwise = "1",
        Levels = [new CardLevel(1, ["never"], "A beginning."), new CardLevel(3, [cue], "Solid.")],
    };

    private static Lesson Lesson(int number, Lab? lab) => new()
    {
        Id = new LessonId($"lesson-{number}"),
        Number = number,
        Title = $"Lesson {number}",
        Summary = "",
        Minutes = 5,
        Lab = lab,
        Body = Document.Plain("Body."),
        Quiz = [],
        Sources = [],
    };
}
