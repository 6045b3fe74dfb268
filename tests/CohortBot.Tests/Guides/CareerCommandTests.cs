using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Guides;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Guides;

public sealed class CareerCommandTests
{
    [Fact]
    public async Task A_role_is_told_with_every_figure_signed()
    {
        await using var world = await CareerWorld.StartAsync();
        var said = await world.SayAsync("/career role ml engineer");

        Assert.StartsWith("Machine learning engineer\nTakes a model from somebody's notebook", said, StringComparison.Ordinal);
        Assert.Contains("Progression: junior, engineer, senior", said, StringComparison.Ordinal);
        Assert.Contains("$120k to over $300k by level and company (estimate, no source named). [place: not given; year: 2026; source: a guide to AI career paths, an estimate]", said, StringComparison.Ordinal);
        Assert.Contains("[place: United States; year: 2019, 2022; source: Indeed, Best Jobs of 2019 (2019, confirmed); LinkedIn, Jobs on the Rise (US) (2022, confirmed)]", said, StringComparison.Ordinal);
        Assert.EndsWith("[Pay with sources] [Compare with AI research scientist]", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/career role mashine lerning", "Machine learning engineer", "career role name:\"Machine learning engineer\"")]
    [InlineData("/career role data", "Data scientist", "career role name:\"Data engineer\"")]
    [InlineData("/career salary senior data wizard", "Data scientist", "career salary role:\"Data scientist\"")]
    [InlineData("/career compare \"data scientist\" astronaut", "It knows: Machine learning engineer, AI research scientist", "career compare first:\"Data scientist\" second:\"MLOps engineer\"")]
    [InlineData("/career compare data scientist astronaut", "no role “astronaut”", "career compare first:\"Data scientist\" second:\"MLOps engineer\"")]
    [InlineData("/career compare astronaut \"data scientist\"", "no role “astronaut", "career compare second:\"Data scientist\" first:\"MLOps engineer\"")]
    public async Task An_unknown_role_brings_near_ones_to_press(string line, string said, string button)
    {
        await using var world = await CareerWorld.StartAsync();
        var reply = await world.RunAsync(line);

        Assert.Contains(said, Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Contains(button, Words.Actions(reply.Document));
    }

    [Theory]
    [InlineData("/career compare \"data scientist\" \"ml engineer\"")]
    [InlineData("/career compare data scientist vs machine learning engineer")]
    [InlineData("/career compare data scientist machine learning engineer")]
    [InlineData("/career compare first:\"data scientist\" second:\"ml engineer\"")]
    [InlineData("/career compare data scientists and ML engineers")]
    public async Task Two_roles_stand_side_by_side_however_they_are_typed(string line)
    {
        await using var world = await CareerWorld.StartAsync();
        var table = (await world.RunAsync(line)).Document.Blocks.OfType<Table>().Single();

        Assert.Equal(["", "Data scientist", "Machine learning engineer"], table.Header.Select(cell => DocumentText.Plain(cell)));
        Assert.Equal(["Work", "Layer", "Education", "Skills", "Progression", "Pay", "Employers"], table.Rows.Select(row => DocumentText.Plain(row[0])));
        Assert.All(table.Rows, row => Assert.All(row, cell => Assert.False(string.IsNullOrWhiteSpace(DocumentText.Plain(cell)))));
    }

    [Theory]
    [InlineData("/career compare data engineer", "Data engineer")]
    [InlineData("/career compare AI product manager", "AI product manager")]
    [InlineData("/career compare mlops mlops", "MLOps engineer")]
    public async Task One_role_to_compare_is_asked_for_its_partner(string line, string name)
    {
        await using var world = await CareerWorld.StartAsync();
        var reply = await world.RunAsync(line);

        Assert.Contains($"{name}: compare with which role?", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(8, Words.Actions(reply.Document).Count);
    }

    [Fact]
    public async Task Pay_says_where_sources_differ_where_there_is_one_and_where_there_is_none()
    {
        await using var world = await CareerWorld.StartAsync();

        Assert.Contains("The figures differ", await world.SayAsync("/career salary machine learning engineer"), StringComparison.Ordinal);
        Assert.Contains("The figures differ", await world.SayAsync("/career salary research scientist"), StringComparison.Ordinal);
        Assert.Contains("There is one figure.", await world.SayAsync("/career salary mlops"), StringComparison.Ordinal);
        Assert.Contains("The figures differ: in year, in place, or in what they count.", await world.SayAsync("/career salary data scientist"), StringComparison.Ordinal);
        Assert.Contains("Our sources give no figure for this role", await world.SayAsync("/career salary data engineer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_pay_has_a_place_a_year_and_a_source()
    {
        await using var world = await CareerWorld.StartAsync();
        foreach (var role in new GuideBook(new ShippedCourses()).Roles.Where(role => role.Find("Pay") is not null))
        {
            var reply = await world.RunAsync($"/career salary \"{role.Name}\"");
            var figures = reply.Document.Blocks.OfType<Bullets>().Single().Items;
            Assert.NotEmpty(figures);
            Assert.All(figures, figure => Assert.Equal(["Place", "Year", "Source"], figure.Below.Select(sign => DocumentText.Plain(sign.Text).Split(':')[0])));
            Assert.All(figures, figure => Assert.Matches(@"^Year: (19|20)\d\d", DocumentText.Plain(figure.Below[1].Text)));
            Assert.All(figures, figure => Assert.Matches("estimate|confirmed|as reported", DocumentText.Plain(figure.Below[2].Text)));
        }
    }

    [Fact]
    public async Task Without_a_role_all_are_listed()
    {
        await using var world = await CareerWorld.StartAsync();
        var rows = (await world.RunAsync("/career salary")).Document.Blocks.OfType<Table>().Single().Rows;
        Assert.Equal(9, rows.Select(row => DocumentText.Plain(row[0])).Distinct().Count());
        Assert.Equal(2, rows.Count(row => DocumentText.Plain(row[0]) == "Machine learning engineer"));
        Assert.Equal(9, Words.Actions((await world.RunAsync("/career role")).Document).Count);
        Assert.Contains("Data engineer | not given by our sources", await world.SayAsync("/career salary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/career ladder phd", "PhD\n")]
    [InlineData("/career ladder doctorate", "PhD\n")]
    [InlineData("/career ladder masters", "Master's degree\n")]
    [InlineData("/career ladder MSc", "Master's degree\n")]
    [InlineData("/career ladder bachelor", "Bachelor's degree\n")]
    [InlineData("/career ladder how to start", "How to get started\n")]
    [InlineData("/career ladder", "Three degrees, rung by rung\n")]
    [InlineData("/career market regions", "Core posts by region\n")]
    [InlineData("/career market bootcamp", "Three mistakes\n")]
    [InlineData("/career market changing careers", "What works when you change careers\n")]
    [InlineData("/career market what does each layer ask for", "What each layer asks for\n")]
    [InlineData("/career market", "The market, layer by layer\n")]
    [InlineData("/career ask 10", "How can I start preparing?\n")]
    [InlineData("/career ask should I learn python or C++", "Which programming languages do AI engineers use?\n")]
    [InlineData("/career ask do you need a phd", "Is a PhD necessary for AI?\n")]
    [InlineData("/career ask how many years does it take", "How long until I can be an AI engineer?\n")]
    [InlineData("/career ask difference between data scientist and ml engineer", "Data scientist or machine learning engineer: how do they differ?\n")]
    public async Task Words_find_their_section(string line, string begins)
    {
        await using var world = await CareerWorld.StartAsync();
        Assert.StartsWith(begins, await world.SayAsync(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/career ladder xyzzy", "no degree “xyzzy”", 6)]
    [InlineData("/career market xyzzy", "nothing about “xyzzy”", 13)]
    [InlineData("/career ask xyzzy", "None of the questions comes near “xyzzy”", 10)]
    [InlineData("/career ask 11", "None of the questions comes near “11”", 10)]
    [InlineData("/career ask", "1. ", 10)]
    public async Task What_fits_nothing_brings_what_there_is(string line, string said, int buttons)
    {
        await using var world = await CareerWorld.StartAsync();
        var reply = await world.RunAsync(line);

        Assert.Contains(said, PlainText.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(buttons, Words.Actions(reply.Document).Count);
    }

    [Fact]
    public async Task Sections_name_the_sources_that_they_rest_on()
    {
        await using var world = await CareerWorld.StartAsync();

        Assert.Contains("Sources: one author's essay (2026, as reported)", await world.SayAsync("/career market core posts by region"), StringComparison.Ordinal);
        var phd = await world.SayAsync("/career ladder phd");
        foreach (var source in new[] { "Glassdoor (2022, as reported)", "AI Index 2023 (2023, confirmed)", "AI Index 2021 (2021, as reported)", "Princeton University", "University of Rochester", "National Science Foundation" })
            Assert.Contains(source, phd, StringComparison.Ordinal);
        foreach (var degree in new[] { "bachelor", "master", "phd" })
            Assert.Contains("an education site (2022, as reported)", await world.SayAsync($"/career ladder {degree}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Georgia Tech", phd, StringComparison.Ordinal);
        Assert.Contains("a course on AI careers (2024, as reported)", await world.SayAsync("/career ladder master"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_pay_without_a_figure_is_kept()
    {
        await using var world = await CareerWorld.StartAsync();
        foreach (var line in new[] { "/career role mlops", "/career salary mlops", "/career compare mlops vs data engineer" })
            Assert.Contains("Said to have come near to machine learning engineering", await world.SayAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_headings_are_completed()
    {
        await using var world = await CareerWorld.StartAsync();

        Assert.Contains(await world.SuggestAsync("/career role name:vis"), suggestion => suggestion.Line == "/career role name:\"Computer vision engineer\" ");
        Assert.Contains(await world.SuggestAsync("/career compare first:x second:data"), suggestion => suggestion.Label == "Data engineer");
        Assert.Contains(await world.SuggestAsync("/career market topic:region"), suggestion => suggestion.Label == "Core posts by region");
        Assert.DoesNotContain(await world.SuggestAsync("/career fit "), suggestion => suggestion.Label == "answers:");
        Assert.Equal(7, (await world.SuggestAsync("/career ")).Count(suggestion => !suggestion.Line.EndsWith("help", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/career role")]
    [InlineData("/career compare a b")]
    [InlineData("/career salary")]
    [InlineData("/career ladder")]
    [InlineData("/career market")]
    [InlineData("/career ask")]
    public async Task A_course_without_guides_is_told_as_one(string line)
    {
        await using var world = await CareerWorld.StartAsync(new NoGuides());
        Assert.StartsWith("The course has no guide for this.", await world.SayAsync(line), StringComparison.Ordinal);
        Assert.Empty(await world.SuggestAsync("/career role name:"));
        Assert.Empty(await world.SuggestAsync("/career market topic:"));
    }

    [Fact]
    public async Task What_stands_around_a_guide_is_in_the_members_language()
    {
        await using var world = await CareerWorld.StartAsync();
        Assert.Contains("Ort: nicht angegeben", await world.SayAsync("/career salary mlops", "de-DE"), StringComparison.Ordinal);
        Assert.Contains("Frage 1 von 5", await world.SayAsync("/career fit", "de"), StringComparison.Ordinal);
    }

    private sealed class NoGuides : ICourseLibrary
    {
        public CourseShelf Shelf => CourseShelf.Empty;
    }
}
