using CohortBot.Cli;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Spectre.Console;

namespace CohortBot.Tests.Cli;

/// <summary>The preview of the shipped lessons.</summary>
public sealed class PreviewCommandTests
{
    private static readonly CourseShelf Shelf = CourseReader.Read(Path.Combine(Repository.Root, "lessons"), Path.Combine(Repository.Root, "prompts")).Shelf;

    [Theory]
    [InlineData("local", "Local channel: ai-careers-map/job-market in", "of 4000 characters")]
    [InlineData("discord", "Discord: ai-careers-map/job-market in", "of 2000 characters")]
    [InlineData("slack", "Slack: ai-careers-map/job-market in one message", "of 12000 characters")]
    public void A_lesson_is_shown_part_by_part_with_its_figure_and_its_button(string platform, string title, string limit)
    {
        var (exit, shown) = Run(new PreviewRequest("job-market", platform));
        Assert.Equal(0, exit);
        Assert.Contains(title, shown, StringComparison.Ordinal);
        Assert.Contains(limit, shown, StringComparison.Ordinal);
        Assert.Contains("A building with three floors", shown, StringComparison.Ordinal);
        Assert.Contains("/lab start lab:fit-among-layers cohort:1", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_lesson_can_be_shown_on_every_platform()
    {
        var (exit, shown) = Run(new PreviewRequest(Lesson: null, Platform: null, IsAll: true));
        Assert.Equal(0, exit);
        Assert.All(LessonFinder.All(Shelf), lesson => Assert.Contains($"Discord: {lesson.Course.Id}/{lesson.Lesson.Id} in", shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_lesson_can_be_named_with_its_course() => Assert.Equal(0, Run(new PreviewRequest("ai-careers-map/JOB-MARKET", "slack")).Exit);

    [Fact]
    public void What_is_sent_can_be_seen_letter_by_letter()
    {
        Assert.Contains("\"allowed_mentions\"", Run(new PreviewRequest("job-market", "discord", IsRaw: true)).Shown, StringComparison.Ordinal);
        Assert.Contains("<h3 dir=\"auto\">", Run(new PreviewRequest("job-market", "local", IsRaw: true)).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("job-markte", "Did you mean “job-market”?")]
    [InlineData("ai-career-map/job-market", "Did you mean “ai-careers-map/job-market”?")]
    [InlineData("zzzzzzzzzzzzzzz", "There are: ")]
    [InlineData(null, "--all")]
    public void An_unknown_lesson_gives_the_nearest_or_all_that_there_are(string? typed, string expected)
    {
        var (exit, shown) = Run(new PreviewRequest(typed, Platform: null));
        Assert.Equal(1, exit);
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_platform_gives_those_that_there_are()
    {
        var (exit, shown) = Run(new PreviewRequest("job-market", "teams"));
        Assert.Equal(1, exit);
        Assert.Contains("local, discord, slack", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_lessons_it_says_what_finds_out_why() =>
        Assert.Contains("cohortbot validate", Run(new PreviewRequest("x", null), CourseShelf.Empty).Shown, StringComparison.Ordinal);

    private static (int Exit, string Shown) Run(PreviewRequest request, CourseShelf? shelf = null)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 200;
        var wording = new TextCatalogue().In(Locale.English);
        var exit = PreviewCommand.Run(request, shelf ?? Shelf, new PreviewPrinter(console, wording), wording);
        return (exit, written.ToString());
    }
}
