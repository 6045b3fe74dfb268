using CohortBot.Guides;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Guides;

public sealed class GuideBookTests
{
    private static readonly GuideBook Book = new(new ShippedCourses());

    [Fact]
    public void Every_role_of_the_guide_is_read_with_its_facts()
    {
        Assert.Equal(9, Book.Roles.Count);
        Assert.All(Book.Roles, role => Assert.Equal(["Layer", "Education", "Skills", "Progression", "Pay", "Employers"], role.Facts.Select(fact => fact.Label)));
        Assert.StartsWith("Keeps hundreds of models alive", Book.Roles.Single(role => role.Name == "MLOps engineer").About, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ML engineer", "Machine learning engineer")]
    [InlineData("data scientists", "Data scientist")]
    [InlineData("DATA SCIENCE", "Data scientist")]
    [InlineData("LLM engineer", "NLP or LLM engineer")]
    [InlineData("product manager", "AI product manager")]
    [InlineData("AI PM", "AI product manager")]
    [InlineData("computer-vision engineer", "Computer vision engineer")]
    [InlineData("AI researcher", "AI research scientist")]
    public void A_role_is_found_by_what_people_call_it(string asked, string name) => Assert.Equal(name, RoleFinder.Find(Book.Roles, asked)?.Name);

    [Theory]
    [InlineData("AI engineer")]
    [InlineData("astronaut")]
    [InlineData("")]
    [InlineData("{{$goal}}")]
    public void What_cannot_be_told_apart_is_not_guessed(string asked) => Assert.Null(RoleFinder.Find(Book.Roles, asked));

    [Fact]
    public void An_unknown_role_brings_near_ones_and_a_strange_one_all()
    {
        Assert.Equal("Data scientist", RoleFinder.Near(Book.Roles, "senior data wizard")[0]);
        Assert.Contains("Data engineer", RoleFinder.Near(Book.Roles, "senior data wizard"));
        Assert.Equal(9, RoleFinder.Near(Book.Roles, "astronaut").Count);
    }

    [Fact]
    public void Pay_comes_with_place_year_and_source_where_the_guide_gives_them()
    {
        var figures = Pay("Machine learning engineer");
        Assert.Equal((null, 0, 0), (figures[0].Place, figures[0].Years.Count, figures[0].Sources.Count));
        Assert.Equal("United States", figures[1].Place);
        Assert.Equal([2019, 2022], figures[1].Years);
        Assert.Equal(["Indeed, Best Jobs of 2019", "LinkedIn, Jobs on the Rise (US)"], figures[1].Sources.Select(source => source.Organisation));
        Assert.Equal(["a course on AI careers"], Pay("AI product manager")[1].Sources.Select(source => source.Organisation));
    }

    [Fact]
    public void A_gap_in_the_guide_is_a_gap()
    {
        var role = Book.Roles.Single(role => role.Name == "Data engineer");
        Assert.Null(role.Find("Pay"));
        Assert.Null(role.Find("Progression"));
        Assert.NotNull(role.Find("Layer"));
    }

    [Fact]
    public void Every_figure_of_pay_stands_in_the_guide_letter_by_letter() =>
        Assert.All(Book.Roles, role => Assert.All(PayFigure.Read(role.Find("Pay") ?? "", Book.RoleGuide!.Sources), figure => Assert.Contains(figure.Says, role.Find("Pay"), StringComparison.Ordinal)));

    private static IReadOnlyList<PayFigure> Pay(string role) => PayFigure.Read(Book.Roles.Single(candidate => candidate.Name == role).Find("Pay")!, Book.RoleGuide!.Sources);
}
