using CohortBot.Chat.Rendering;
using CohortBot.Courses;
using CohortBot.Simulation;
using CohortBot.Simulation.People;
using CohortBot.Simulation.Report;

namespace CohortBot.Tests.Simulation;

public sealed class ChanceTests
{
    // The first outputs of SplitMix64 for the state 1234567: https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    [Fact]
    public void Chance_is_that_of_the_published_algorithm()
    {
        var chance = new Chance(1234567);
        Assert.Equal((int)(6457827717110365317UL % 1000), chance.Below(1000));
        Assert.Equal((int)(3203168211198807973UL % 1000), chance.Below(1000));
        Assert.Equal((int)(9817491932198370423UL % 1000), chance.Below(1000));
    }

    [Fact]
    public void Each_name_has_its_own_stream_under_each_seed()
    {
        int[] Throw(long seed, string name)
        {
            var chance = Chance.Of(seed, name);
            return [.. Enumerable.Range(0, 20).Select(_ => chance.Below(1000))];
        }

        Assert.Equal(Throw(1, "a"), Throw(1, "a"));
        Assert.NotEqual(Throw(1, "a"), Throw(1, "b"));
        Assert.NotEqual(Throw(1, "a"), Throw(2, "a"));
    }

    [Fact]
    public void A_shuffle_loses_nobody() => Assert.Equal(Enumerable.Range(0, 50), Chance.Of(3, "x").Shuffle(Enumerable.Range(0, 50)).Order());

    [Fact]
    public void Five_hundred_members_have_names_of_their_own_and_every_temper_is_there()
    {
        var personas = PersonaDraw.Draw(new SimulationRequest
        {
            Members = 500,
            Weeks = 8,
            Seed = 7,
            Course = new CourseId("x"),
            Platform = "local",
            From = new DateOnly(2027, 3, 1),
            Zone = "Europe/Berlin",
            Plan = "mon 09:00",
            Folders = new CourseFolders("", ""),
        });
        Assert.Equal(500, personas.Select(persona => persona.Account.Person).Distinct().Count());
        Assert.Equal(500, personas.Select(persona => persona.Account.Name).Distinct().Count());
        Assert.Equal(Enum.GetValues<Temper>().Length, personas.Select(persona => persona.Temper).Distinct().Count());
        Assert.All(personas.Where(persona => persona.ReturnsOnDay is not null), persona => Assert.True(persona.ReturnsOnDay > persona.LeavesOnDay));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(200)]
    public void A_table_and_a_sentence_keep_their_width(int width)
    {
        string[] header = ["Member", "A lab with a very long title indeed", "Ein zweites Lab"];
        IReadOnlyList<IReadOnlyList<string>> rows = [["Amina 👩‍🔬 of the long name", "done (3)", "1 of 3"], ["日本語の名前です", "–", "–"]];
        Assert.All(PlainTable.Write(header, rows, width), line => Assert.True(TextWidth.Of(line) <= Math.Max(width, 22), line));
        Assert.All(WordWrap.Lines("a few words that go over several lines", width), line => Assert.True(line.Length <= width));
    }
}
