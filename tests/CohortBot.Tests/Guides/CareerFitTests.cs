using CohortBot.Guides;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;

namespace CohortBot.Tests.Guides;

public sealed class CareerFitTests
{
    private static readonly string[] NeedsCode = ["scientist", "ml", "mlops", "data-engineer", "data-scientist", "llm", "vision", "software"];

    private static readonly Wording English = new TextCatalogue().In(Locale.English);

    [Fact]
    public async Task Five_presses_lead_to_a_layer_and_two_roles_that_quote_the_answers()
    {
        await using var world = await CareerWorld.StartAsync();
        var reply = await world.RunAsync("/career fit");
        for (var question = 1; question <= FitTable.Questions; question++)
        {
            Assert.True(reply is { IsPrivate: true, ReplacesPressed: true });
            Assert.Contains($"Question {question} of 5", Words.Of(reply.Document), StringComparison.Ordinal);
            reply = await world.RunAsync(Words.Actions(reply.Document)["dcdda"[question - 1] - 'a']);
        }

        Assert.Equal(
            """
            Look first at: Adjacent work
            Adjacent work makes AI fit for use: evaluation, policy, safety, teaching, judgement from another field.
            Because you said “Finding what is wrong or unsafe, and setting rules” and “Not at all, and it may stay so”.
            Two roles to look at:
            Domain specialist for AI in your own field. Because you said “Not at all, and it may stay so” and “A field of its own: health, law, teaching, a trade”.
            AI evaluator or safety reviewer. Because you said “Finding what is wrong or unsafe, and setting rules” and “As little as possible: I use what I know”.
            Not in the guide of roles: Domain specialist for AI in your own field; AI evaluator or safety reviewer. Our sources give neither education nor pay for it; the lessons and labs on adjacent work go further.
            A rule of thumb sorted your answers, no model. Nothing is stored but this message, which only you see.
            [What each layer asks for] [Begin again]
            """,
            Words.Of(reply.Document));
    }

    [Fact]
    public async Task It_goes_on_where_it_stopped_and_goes_back()
    {
        await using var world = await CareerWorld.StartAsync();
        var third = await world.RunAsync("/career fit answers:ab");

        Assert.Contains("Question 3 of 5", Words.Of(third.Document), StringComparison.Ordinal);
        Assert.Contains("So far: Testing an idea that nobody has tried · Data, statistics or mathematics", Words.Of(third.Document), StringComparison.Ordinal);
        Assert.Equal(["career fit answers:aba", "career fit answers:abb", "career fit answers:abc", "career fit answers:abd", "career fit answers:a"], Words.Actions(third.Document));
    }

    [Theory]
    [InlineData("/career fit answers:xyz", "Type /career fit to begin")]
    [InlineData("/career fit answers:aaaaaa", "Type /career fit to begin")]
    [InlineData("/career fit nurse", "does not know what to do with “nurse”")]
    public async Task Other_words_than_answers_are_refused_in_words(string line, string said)
    {
        await using var world = await CareerWorld.StartAsync();
        Assert.Contains(said, await world.SayAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_path_names_a_layer_two_of_its_roles_and_what_spoke_for_them()
    {
        Assert.All(Paths(), answers =>
        {
            var result = FitResult.Of(answers);
            Assert.NotEmpty(result.Layer.Because);
            Assert.Equal(2, result.Roles.Select(role => role.Id).Distinct().Count());
            Assert.All(result.Roles, role => Assert.Contains(role.Id, FitTable.Roles(result.Layer.Id)));
            Assert.NotEmpty(result.Roles[0].Because);
            Assert.All(result.Roles.Append(result.Layer), choice => Assert.All(choice.Because, answer => Assert.Equal(answers.Letters[answer.Question - 1], answer.Letter)));
        });
    }

    [Fact]
    public void Nobody_who_does_not_program_is_sent_to_programming() =>
        Assert.All(Paths().Where(answers => answers.Letters[2] == 'd'), answers => Assert.Empty(FitResult.Of(answers).Roles.Select(role => role.Id).Intersect(NeedsCode)));

    [Fact]
    public void Nobody_is_sent_to_research_who_wants_no_study() =>
        Assert.All(Paths().Where(answers => answers.Letters[3] == 'd'), answers => Assert.NotEqual("research", FitResult.Of(answers).Layer.Id));

    [Fact]
    public void Every_layer_and_role_is_reached_by_some_path()
    {
        var results = Paths().Select(FitResult.Of).ToList();
        Assert.Empty(FitTable.Layers.Except(results.Select(result => result.Layer.Id)));
        Assert.Empty(FitTable.AllRoles.Except(results.SelectMany(result => result.Roles.Select(role => role.Id))));
    }

    [Theory]
    [InlineData("abaaa", "research", "scientist")] // a mathematician before a PhD
    [InlineData("babcc", "engineering", "data-engineer")] // a database administrator
    [InlineData("baacd", "engineering", "mlops")] // an operations engineer
    [InlineData("caaba", "applications", "software")] // a web developer
    [InlineData("cddcd", "applications", "product")] // a product manager who does not program
    [InlineData("dcddd", "adjacent", "domain")] // a nurse
    [InlineData("cdccd", "applications", "product")] // a product manager
    public void People_land_where_they_belong(string letters, string layer, string role)
    {
        var result = FitResult.Of(FitAnswers.TryRead(letters)!.Value);
        Assert.Equal(layer, result.Layer.Id);
        Assert.Equal(role, result.Roles[0].Id);
    }

    [Fact]
    public void The_names_of_roles_are_those_of_the_guide()
    {
        var known = new GuideBook(new ShippedCourses()).Roles.Select(role => role.Name).ToHashSet();
        Assert.All(NeedsCode.Append("product"), role => Assert.Contains(English.Say($"career.fit_name_{role}"), known));
    }

    /// <summary>All 1,024.</summary>
    internal static IEnumerable<FitAnswers> Paths() => Enumerable.Range(0, FitTable.Questions)
        .Aggregate(new[] { FitAnswers.TryRead("")!.Value }.AsEnumerable(), (paths, _) => paths.SelectMany(path => FitTable.Answers.Select(path.With)));
}
