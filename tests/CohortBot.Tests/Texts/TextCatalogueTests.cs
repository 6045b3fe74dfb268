using System.Text.RegularExpressions;
using CohortBot.Commands;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Texts;

public sealed partial class TextCatalogueTests
{
    private static readonly TextCatalogue Catalogue = new();

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Assert.Empty(Catalogue.Keys(Locale.English).Except(Catalogue.Keys(Locale.German)).Select(key => $"German lacks {key}"));
        Assert.Empty(Catalogue.Keys(Locale.German).Except(Catalogue.Keys(Locale.English)).Select(key => $"English lacks {key}"));
    }

    [Fact]
    public void A_message_needs_the_same_values_in_both_languages() =>
        Assert.Empty(Catalogue.Keys(Locale.English).Where(key => !Needs(Locale.English, key).SetEquals(Needs(Locale.German, key))));

    [Fact]
    public void Every_key_that_the_source_names_exists()
    {
        var features = Catalogue.Keys(Locale.English).Select(key => key.Split('.')[0]).Where(feature => feature != "command").ToHashSet();
        var faults = Sources().SelectMany(source => NamedKey().Matches(source.Text).Select(match => (source.File, Key: match.Groups["key"].Value)))
            .Where(named => features.Contains(named.Key.Split('.')[0]) && !Catalogue.Has(named.Key))
            .Where(named => Path.GetExtension(named.Key) is not (".json" or ".cs" or ".css" or ".js"))
            .Select(named => $"{named.File} names {named.Key}");
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_key_of_the_catalogue_is_used()
    {
        var source = string.Join('\n', Sources().Select(file => file.Text));
        var starts = ComposedKey().Matches(source).Select(match => match.Groups["start"].Value).ToHashSet();
        var unused = Catalogue.Keys(Locale.English)
            .Where(key => !key.StartsWith("command.", StringComparison.Ordinal))
            .Where(key => !source.Contains($"\"{key}\"", StringComparison.Ordinal) && !starts.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
            .Where(key => !((key.EndsWith("_near", StringComparison.Ordinal) || key.EndsWith("_mend", StringComparison.Ordinal)) && source.Contains($"\"{key[..^5]}\"", StringComparison.Ordinal)));
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_command_and_option_is_described_and_no_description_is_left_over()
    {
        var services = new ServiceCollection();
        CohortBotHost.AddFeatures(services);
        var specs = services.Where(service => service.ServiceType == typeof(ICommand)).Select(service => service.ImplementationType!).ToList();
        Assert.NotEmpty(specs);
        using var program = TestProgram.Create();
        var wanted = program.Services.GetRequiredService<CommandCatalogue>().All.Where(command => !command.Spec.IsHidden)
            .SelectMany(command => command.Spec.Options.Where(option => !option.IsHidden).Select(option => $"{command.Spec.TextKey}.{option.Name}").Prepend(command.Spec.TextKey))
            .ToHashSet();
        var described = Catalogue.Keys(Locale.English).Where(key => key.StartsWith("command.", StringComparison.Ordinal)).ToHashSet();
        Assert.Empty(wanted.Except(described).Select(key => $"not described: {key}"));
        Assert.Empty(described.Except(wanted).Select(key => $"described, but not there: {key}"));
    }

    [Fact]
    public void The_pseudo_locale_keeps_the_values_and_changes_the_words()
    {
        var text = Catalogue.In(Locale.Pseudo).Say("commands.unknown_word_near", ("typed", "coohrt"), ("near", "cohort"));
        Assert.Contains("coohrt", text, StringComparison.Ordinal);
        Assert.StartsWith("[", text, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no command", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "one lesson")]
    [InlineData(0, "0 lessons")]
    [InlineData(12, "12 lessons")]
    public void A_number_chooses_its_form(int count, string expected)
    {
        var values = new Dictionary<string, object?> { ["count"] = count };
        Assert.Equal(expected, MessageFormat.Fill("{count|one lesson|{count} lessons}", Locale.English.Culture, values));
    }

    [Fact]
    public void A_value_that_was_not_given_is_a_fault() =>
        Assert.Throws<FormatException>(() => MessageFormat.Fill("Hello {name}", Locale.English.Culture, new Dictionary<string, object?>()));

    [Fact]
    public void A_value_is_never_read_as_markup()
    {
        var runs = Catalogue.In(Locale.English).Runs("commands.unknown_word", ("typed", "**x**{near}"));
        Assert.Contains(runs, run => run.IsCode && run.Text == "/**x**{near}");
    }

    [Fact]
    public void Dates_follow_the_language()
    {
        var moment = new LocalMoment(new DateTimeOffset(2026, 12, 7, 8, 0, 0, TimeSpan.Zero), "Europe/Berlin", ShowsOffset: true);
        var values = new Dictionary<string, object?> { ["when"] = moment };
        Assert.Equal("Mon 7 Dec, 09:00 (UTC+01:00)", MessageFormat.Fill("{when}", Locale.English.Culture, values));
        Assert.StartsWith("Mo", MessageFormat.Fill("{when}", Locale.German.Culture, values), StringComparison.Ordinal);
    }

    private static HashSet<string> Needs(Locale locale, string key) => [.. MessageFormat.Names(Catalogue.Find(locale, key))];

    private static IEnumerable<(string File, string Text)> Sources() =>
        Repository.Files("src/CohortBot", "*.cs").Concat(Repository.Files("src/CohortBot", "*.razor"))
            .Select(file => (Repository.Relative(file), File.ReadAllText(file)));

    [GeneratedRegex(@"""(?<key>[a-z]+\.[a-z][\w.]*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\$""(?<start>[a-z]+\.[\w.]*)\{", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ComposedKey();
}
