using CohortBot.Courses;

namespace CohortBot.Tests.Courses;

public sealed class AdviceCheckTests : IDisposable
{
    private const string Says = "      says:\n        research: Read a paper.\n        practice: Build a thing.\n";

    private const string Mood =
        """
            - id: mood
              label: Mood
              kind: choice
              options:
                - { id: merry, says: Merry, cues: [glad], because: You laugh. }
                - { id: sad, says: Sad, cues: [cry], because: You weep. }
              otherwise: merry
            - id: counting

        """;

    private readonly MiniLibrary _library = new();

    public AdviceCheckTests() => _library.Edit(MiniLibrary.Lab, "    - id: counting\n", Mood);

    [Fact]
    public void An_advice_can_hang_on_two_choices_and_says_every_line_that_fits_in_the_authors_order()
    {
        Write("mood", "research + sad: Read a novel.", "research + merry: Read a paper.", "practice: Build a thing.", "merry: Sing.");

        var reading = _library.Read();

        Assert.Empty(reading.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Key}"));
        var advice = reading.Shelf.Labs[0].Card.Fields.Single(field => field.Kind == CardFieldKind.Advice);
        Assert.Equal(["mood"], advice.With);
        Assert.Equal(["Read a paper.", "Sing."], advice.SaysFor(["merry", "research"]));
        Assert.Equal(["Build a thing."], advice.SaysFor(["practice", "sad"]));
    }

    [Fact]
    public void A_combination_for_which_no_line_fits_is_named()
    {
        Write("mood", "research: Read a paper.", "practice + merry: Build a thing.");

        var problem = Assert.Single(_library.Read().Problems);
        Assert.Equal(("says_missing", "practice + sad"), (problem.Key, problem.Values.Single(value => value.Name == "id").Value));
    }

    [Theory]
    [InlineData("research + grim")]
    [InlineData("research + practice")]
    public void A_line_that_can_never_fit_is_named(string key)
    {
        Write("mood", "research: Read a paper.", "practice: Build a thing.", $"{key}: Never.");

        var problem = Assert.Single(_library.Read().Problems);
        Assert.Equal(("says_unknown", key), (problem.Key, problem.Values.Single(value => value.Name == "id").Value));
    }

    [Theory]
    [InlineData("lair", "field_unknown")]
    [InlineData("counting", "field_wrong_kind")]
    [InlineData("layer", "id_twice")]
    public void With_names_other_choices(string with, string key)
    {
        Write(with, "research: Read a paper.", "practice: Build a thing.");

        Assert.All(_library.Read().Problems, problem => Assert.Equal(key, problem.Key));
        Assert.NotEmpty(_library.Read().Problems);
    }

    public void Dispose() => _library.Dispose();

    private void Write(string with, params string[] lines) =>
        _library.Edit(MiniLibrary.Lab, Says, $"      with: [{with}]\n      says:\n{string.Concat(lines.Select(line => $"        {line}\n"))}");
}
