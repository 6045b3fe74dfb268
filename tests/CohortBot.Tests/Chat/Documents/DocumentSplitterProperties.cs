using System.Text;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Discord;
using CohortBot.Chat.Rendering.Local;
using CohortBot.Chat.Rendering.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Chat.Documents;

/// <summary>What splitting promises, for any message and each platform's own measure.</summary>
public sealed class DocumentSplitterProperties
{
    public static TheoryData<string> Platforms => ["local", "discord", "slack", "tiny"];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Every_part_fits(string platform) =>
        Holds(platform, (document, parts, fits) => parts.All(fits));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Nothing_is_lost_and_nothing_comes_twice(string platform) =>
        Holds(platform, (document, parts, fits) => Assert.Equal(Words([document]), Words(parts)));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void No_part_ends_with_a_heading(string platform) =>
        Holds(platform, (document, parts, fits) => parts.All(part => part.Blocks[^1] is not Heading));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Tables_and_code_are_whole_when_they_fit_under_their_heading(string platform) =>
        Holds(platform, (document, parts, fits) => BlockGroup.All(document.Blocks)
            .Where(group => group.Body is Table or CodeBlock && fits(new Document([.. group.Lead, group.Body])))
            .All(group => parts.SelectMany(part => part.Blocks).Contains(group.Body)));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_section_that_fits_is_in_one_part(string platform) =>
        Holds(platform, (document, parts, fits) => BlockGroup.Sections(document.Blocks)
            .Where(section => fits(new Document(section)))
            .All(section => parts.Any(part => section.All(part.Blocks.Contains))));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_same_message_is_always_cut_alike(string platform) =>
        Holds(platform, (document, parts, fits) => Assert.Equal(parts.Select(part => part.ToJson()), DocumentSplitter.Split(document, fits).Select(part => part.ToJson())));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void No_cut_goes_through_a_letter(string platform) =>
        Holds(platform, (document, parts, fits) => parts.SelectMany(part => Words([part]).EnumerateRunes()).All(rune => rune != Rune.ReplacementChar));

    [Fact]
    public void A_message_survives_the_outbox() =>
        Check.One(NastyDocuments.Config, Prop.ForAll(NastyDocuments.All, document => Document.FromJson(document.ToJson()).ToJson() == document.ToJson()));

    private static void Holds(string platform, Func<Document, IReadOnlyList<Document>, Func<Document, bool>, bool> property) =>
        Holds(platform, (document, parts, fits) => Assert.True(property(document, parts, fits), document.ToJson()));

    private static void Holds(string platform, Action<Document, IReadOnlyList<Document>, Func<Document, bool>> assert)
    {
        var fits = Measure(platform);
        Check.One(NastyDocuments.Config, Prop.ForAll(NastyDocuments.All, document => assert(document, DocumentSplitter.Split(document, fits), fits)));
    }

    private static Func<Document, bool> Measure(string platform) => platform switch
    {
        "local" => LocalRenderer.Fits,
        "discord" => DiscordRenderer.Fits,
        "slack" => SlackRenderer.Fits,
        _ => document => LocalRenderer.Length(document) <= 300,
    };

    private static string Words(IEnumerable<Document> documents) => NastyDocuments.Words(documents);
}
