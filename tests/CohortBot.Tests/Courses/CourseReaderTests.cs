using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;

namespace CohortBot.Tests.Courses;

public sealed class CourseReaderTests : IDisposable
{
    private readonly MiniLibrary _library = new();

    [Fact]
    public void The_shipped_course_has_no_problem_not_even_a_warning()
    {
        var reading = CourseReader.Read(Path.Combine(Repository.Root, "lessons"), Path.Combine(Repository.Root, "prompts"));

        var wording = new TextCatalogue().In(Locale.English);
        Assert.Empty(reading.Problems.Select(problem => CourseException.Describe(problem, wording)));
        Assert.NotEmpty(reading.Shelf.Courses);
        Assert.All(reading.Shelf.Courses.SelectMany(course => course.Lessons), lesson => Assert.NotNull(lesson.Lab));
    }

    [Fact]
    public void A_good_library_is_read_whole()
    {
        var reading = _library.Read();

        Assert.Empty(reading.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Key}"));
        var course = Assert.Single(reading.Shelf.Courses);
        Assert.Equal(new CourseId("map"), course.Id);
        Assert.Equal(["market", "people"], course.Lessons.Select(lesson => lesson.Id.Value));
        Assert.Equal([1, 2], course.Lessons.Select(lesson => lesson.Number));
        Assert.Equal("Where the work is.", course.Summary);
        Assert.IsType<Heading>(course.Welcome.Blocks[0]);
        Assert.Equal(["card", "summary"], reading.Shelf.SharedPrompts.Keys.Order());
        var guide = Assert.Single(reading.Shelf.Guides);
        Assert.Equal(("roles", "Roles"), (guide.Id, guide.Title));
    }

    [Fact]
    public void A_lesson_has_its_quiz_sources_lab_and_figures_with_full_paths()
    {
        var shelf = _library.Read().Shelf;
        var lesson = shelf.Courses[0].Lessons[0];

        Assert.Equal(new QuizQuestion("Second?", ["a", "b", "c", "d"], 4, "The last one."), lesson.Quiz[1], CompareQuestions);
        Assert.Equal("no: never", lesson.Quiz[2].Answers[1]);
        Assert.Equal(new Source("000", "Stanford", 2024, "a share", "confirmed", null), Assert.Single(lesson.Sources));
        Assert.Equal(9, lesson.Minutes);
        Assert.Same(shelf.Labs[0], lesson.Lab);
        Assert.Null(shelf.Courses[0].Lessons[1].Lab);
        var figure = Assert.Single(lesson.Body.Blocks.OfType<Figure>());
        Assert.Equal(Path.Combine(_library.Lessons, "map", "layers.svg"), figure.Path);
        Assert.Equal("Our scheme", figure.Caption);
    }

    [Fact]
    public void A_lab_has_its_topics_card_and_prompt()
    {
        var lab = Assert.Single(_library.Read().Shelf.Labs);

        Assert.Equal((2, 20, "You write, the advisor answers."), (lab.MinimumExchanges, lab.Minutes, lab.Counts));
        Assert.Equal("Welcome.\n\nWhat do you do?", DocumentText.Plain(lab.Opening));
        Assert.Equal(["nurse", "doctor"], lab.Covers[0].Questions[0].When);
        Assert.Empty(lab.Covers[0].Questions[1].When);
        Assert.Equal(["layer"], lab.Covers[0].LooksUp);
        Assert.Equal(Enum.GetValues<CardFieldKind>().Order(), lab.Card.Fields.Select(field => field.Kind).Order());
        var layer = lab.Card.Fields[0];
        Assert.Equal((1, "practice"), (layer.Pick, layer.Otherwise));
        Assert.Equal(["paper", "theory"], layer.Options[0].Cues);
        Assert.Equal("Build a thing.", lab.Card.Fields[2].Says["practice"]);
        Assert.Equal(2, lab.Card.Fields[3].Levels[1].Score);
        Assert.Equal((0.6, 700), (lab.Prompt.Temperature!.Value, lab.Prompt.MaxTokens!.Value));
        Assert.StartsWith("You advise on {{$goal}}.", lab.Prompt.Template, StringComparison.Ordinal);
        Assert.Equal(["goal", "language"], lab.Prompt.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public void A_file_with_windows_line_ends_and_a_byte_order_mark_reads_the_same()
    {
        var path = Path.Combine(_library.Root, MiniLibrary.Lesson);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n", "\r\n", StringComparison.Ordinal), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Empty(_library.Read().Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Key}"));
    }

    [Fact]
    public void All_problems_come_at_once_by_file_and_line()
    {
        _library.Edit(MiniLibrary.Lesson, "minutes: 9\n", "");
        _library.Edit(MiniLibrary.Lesson, "right: 4", "right: 5");
        _library.Edit(MiniLibrary.Prompt, "0.6", "6");

        var problems = _library.Read().Problems;

        Assert.Equal(["missing_key", "quiz_right", "temperature"], problems.Select(problem => problem.Key));
        Assert.Equal(["lessons/map/1-market.md", "lessons/map/1-market.md", "prompts/fit/prompt.yaml"], problems.Select(problem => problem.File));
    }

    [Fact]
    public void Folders_that_are_not_there_are_named()
    {
        var reading = CourseReader.Read(Path.Combine(_library.Root, "nowhere"), Path.Combine(_library.Root, "neither"));

        Assert.False(reading.IsUsable);
        Assert.Equal(["neither", "nowhere"], reading.Problems.Select(problem => problem.File));
    }

    public void Dispose() => _library.Dispose();

    private static bool CompareQuestions(QuizQuestion one, QuizQuestion other) =>
        (one.Question, one.Right, one.Why) == (other.Question, other.Right, other.Why) && one.Answers.SequenceEqual(other.Answers);
}
