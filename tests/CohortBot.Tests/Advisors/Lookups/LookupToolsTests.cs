using CohortBot.Advisors;
using CohortBot.Advisors.Lookups;
using CohortBot.Advisors.Passages;
using CohortBot.Courses;
using CohortBot.Guides;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace CohortBot.Tests.Advisors.Lookups;

public sealed class LookupToolsTests
{
    [Fact]
    public async Task Pay_is_told_with_place_year_and_source_or_that_there_is_none()
    {
        var told = await CallAsync("look_up_pay", ("role", "ML engineer"), ("place", "Germany"));
        Assert.Contains("place: United States; year: 2019, 2022; source: Indeed, Best Jobs of 2019 (confirmed)", told, StringComparison.Ordinal);
        Assert.Contains("place: none given; year: none given; source: none named, an estimate", told, StringComparison.Ordinal);
        Assert.Contains("For Germany the guides give no figure", told, StringComparison.Ordinal);
        Assert.Contains("read it as an order of magnitude", told, StringComparison.Ordinal);
        Assert.DoesNotContain("For US", await CallAsync("look_up_pay", ("role", "ML engineer"), ("place", "United States")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look_up_pay", "data engineer", "give no figure for pay")]
    [InlineData("look_up_ladder", "data engineer", "give no progression")]
    [InlineData("look_up_ladder", "MLOps", "engineer, senior, ML infrastructure lead")]
    [InlineData("look_up_role", "MLOps", "Docker, Kubernetes")]
    [InlineData("look_up_role", "astronaut", "do not know the role \"astronaut\". Near it: Machine learning engineer")]
    public async Task A_role_is_told_and_a_gap_is_told_as_one(string name, string role, string says) =>
        Assert.Contains(says, await CallAsync(name, ("role", role)), StringComparison.Ordinal);

    [Theory]
    [InlineData("posts in research and applications", "500,000 or more in applications")]
    [InlineData("Europe region core posts", "Europe – 5,000–10,000")]
    [InlineData("xylophone", "says nothing about that")]
    public async Task The_market_is_told_from_its_guide(string topic, string says) =>
        Assert.Contains(says, await CallAsync("look_up_market", ("topic", topic)), StringComparison.Ordinal);

    [Fact]
    public async Task Lessons_after_the_members_own_stay_closed()
    {
        var course = new Course(new CourseId("two"), "Two", "", CohortBot.Chat.Documents.Document.Empty, [Lesson(1, "The quokka lives on an island."), Lesson(2, "The quokka is a secret of lesson two.")]);
        var shelf = CourseShelf.Empty with { Courses = [course] };
        var library = Moq.Mock.Of<ICourseLibrary>(mock => mock.Shelf == shelf);
        var talk = Conversation.In("fit-among-layers").Now("") with { Course = course, Lesson = course.Lessons[0] };
        var told = await CallAsync(library, talk, "search_lessons", ("words", "quokka secret island"));
        Assert.Contains("lives on an island", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of lesson two", told, StringComparison.Ordinal);
        Assert.Contains("does not cover it", await CallAsync(library, talk, "search_lessons", ("words", "xylophone")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_guides_every_look_up_says_so()
    {
        var library = Moq.Mock.Of<ICourseLibrary>(mock => mock.Shelf == CourseShelf.Empty);
        var talk = Conversation.In("fit-among-layers").Now("");
        foreach (var (name, argument) in new[] { ("look_up_role", "role"), ("look_up_pay", "role"), ("look_up_ladder", "role"), ("look_up_market", "topic") })
            Assert.Contains("no guide", await CallAsync(library, talk, name, (argument, "anything")), StringComparison.Ordinal);
    }

    private static Task<string> CallAsync(string name, params (string Name, string Value)[] arguments) =>
        CallAsync(new ShippedCourses(), Conversation.In("fit-among-layers").Now(""), name, arguments);

    private static async Task<string> CallAsync(ICourseLibrary library, LabConversation talk, string name, params (string Name, string Value)[] arguments)
    {
        var functions = new LookupTools(new GuideBook(library), new PassageSearch(library)).For(talk);
        var call = new FunctionCallContent("1", name, arguments.ToDictionary(pair => pair.Name, pair => (object?)pair.Value));
        var message = await new LookupCalls(functions, TimeProvider.System).RunAsync([call], CancellationToken.None);
        return (string)Assert.Single(message.Contents.OfType<FunctionResultContent>()).Result!;
    }

    private static Lesson Lesson(int number, string text) => new()
    {
        Id = new LessonId($"lesson-{number}"),
        Number = number,
        Title = $"Lesson {number}",
        Summary = "",
        Minutes = 1,
        Lab = null,
        Body = CohortBot.Chat.Documents.Document.Plain(text),
        Quiz = [],
        Sources = [],
    };
}
