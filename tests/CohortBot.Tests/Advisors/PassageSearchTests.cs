using CohortBot.Advisors.Passages;
using CohortBot.Chat.Documents;
using CohortBot.Courses;
using Moq;

namespace CohortBot.Tests.Advisors;

public sealed class PassageSearchTests
{
    private static readonly CourseId Map = new("map");

    private static readonly Source Survey = new("", "Stack Overflow", 2023, "about half of professional developers use SQL", "confirmed", null);

    private static readonly CourseShelf Small = new(
        [
            Course("map",
                Lesson(1, "Layers", [Survey],
                    ("Research", "Research invents methods. Papers are its currency."),
                    ("Databases", "Courses rarely dwell on SQL. About half of professional developers use SQL at work. It is dull.")),
                Lesson(2, "Later", [], ("Secrets of SQL", "SQL SQL SQL and databases."))),
            Course("other", Lesson(1, "Elsewhere", [], ("SQL", "SQL is here too."))),
        ],
        [], [new Guide("roles", "Roles", "", Body(("Data engineer", "Moves data with SQL and Airflow. Pay is said to be fair."), ("Nurse", "Knows patients."))!, [])], CourseShelf.Empty.SharedPrompts);

    [Fact]
    public void Passages_that_share_more_and_rarer_words_come_first() =>
        Assert.Equal(["Databases", "Research", "Data engineer"], Titles("professional developers, SQL and papers"));

    [Fact]
    public void Lessons_that_come_later_and_other_courses_are_never_found() =>
        Assert.DoesNotContain(Find(Small, "SQL databases"), found => found.Passage.From is "Later" or "Elsewhere");

    [Fact]
    public void Word_forms_meet_and_stop_words_do_not_count()
    {
        Assert.Equal(["Nurse"], Titles("the patient was with me and it is what I know of her"));
        Assert.Empty(Titles("and then it was what it is"));
    }

    [Fact]
    public void A_topics_own_words_steer_without_deciding() =>
        Assert.Equal("Nurse", Find(Small, "patients", ["sql", "research"])[0].Passage.Title);

    [Fact]
    public void Numbers_of_years_or_people_match_nothing() => Assert.Empty(Titles("12 3 40"));

    [Fact]
    public void A_quote_is_the_best_sentence_with_the_source_of_its_claim()
    {
        var search = Search(Small);
        var quote = PassageQuote.From(Find(Small, "Do professional developers use SQL?")[0], search.RarityOf)!;
        Assert.Equal("About half of professional developers use SQL at work.", quote.Text);
        Assert.Equal(Survey, quote.Source);
    }

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_brings_it_along()
    {
        var quote = PassageQuote.From(Find(Small, "dull SQL developers at work, dull")[0] with { Shared = ["dull"] }, Search(Small).RarityOf)!;
        Assert.Equal("About half of professional developers use SQL at work. It is dull.", quote.Text);
    }

    [Fact]
    public void The_words_are_counted_once_for_a_version_of_the_shelf()
    {
        var library = new Mock<ICourseLibrary>();
        library.Setup(mock => mock.Shelf).Returns(Small);
        var search = new PassageSearch(library.Object);
        Assert.Same(search.Find(Query("SQL"))[0].Passage, search.Find(Query("SQL"))[0].Passage);
        library.Setup(mock => mock.Shelf).Returns(Small with { Guides = [] });
        Assert.DoesNotContain(search.Find(Query("SQL")), found => found.Passage.From == "Roles");
    }

    [Fact]
    public void An_empty_shelf_has_nothing() => Assert.Empty(Find(CourseShelf.Empty, "SQL"));

    [Theory]
    [InlineData("linear algebra", "Mathematics, and programming")]
    [InlineData("the share of adverts that ask for a degree", "The PhD myth")]
    [InlineData("is annotation temporary and shrinking?", "Where our sources disagree")]
    public void The_shipped_course_is_found_by_what_people_ask(string words, string title)
    {
        var course = Shelf.Shipped.Courses.First(course => course.Id.Value == (title.StartsWith("Math", StringComparison.Ordinal) ? "ai-career-roadmap" : "ai-careers-map"));
        Assert.Equal(title, Search(Shelf.Shipped).Find(new PassageQuery(course.Id, 1, words, []))[0].Passage.Title);
    }

    private static string[] Titles(string words) => [.. Find(Small, words).Select(found => found.Passage.Title)];

    private static IReadOnlyList<FoundPassage> Find(CourseShelf shelf, string words, string[]? topic = null) => Search(shelf).Find(Query(words, topic));

    private static PassageQuery Query(string words, string[]? topic = null) => new(Map, 1, words, topic ?? []);

    private static PassageSearch Search(CourseShelf shelf) => new(Mock.Of<ICourseLibrary>(mock => mock.Shelf == shelf));

    private static Course Course(string id, params Lesson[] lessons) => new(new CourseId(id), id, "", Document.Empty, lessons);

    private static Lesson Lesson(int number, string title, Source[] sources, params (string Title, string Text)[] sections) => new()
    {
        Id = new LessonId(title),
        Number = number,
        Title = title,
        Summary = "",
        Minutes = 5,
        Lab = null,
        Body = Body(sections),
        Quiz = [],
        Sources = sources,
    };

    private static Document Body(params (string Title, string Text)[] sections) =>
        new([.. sections.SelectMany(section => new Block[] { new Heading(2, Run.Of(section.Title)), new Paragraph(Run.Of(section.Text)) })]);
}
