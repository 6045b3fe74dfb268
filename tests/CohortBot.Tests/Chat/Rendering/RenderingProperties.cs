using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering;
using CohortBot.Chat.Rendering.Discord;
using CohortBot.Chat.Rendering.Local;
using CohortBot.Chat.Rendering.Slack;
using CohortBot.Tests.Chat.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Chat.Rendering;

/// <summary>What rendering promises for any words: they stay words, all of them, in their order.</summary>
public sealed partial class RenderingProperties
{
    [Theory]
    [InlineData("local")]
    [InlineData("discord")]
    [InlineData("slack")]
    public void A_message_is_always_rendered_alike_and_within_the_limit(string platform)
    {
        var preview = MessagePreview.Find(platform)!;
        Holds(document =>
        {
            var parts = preview.Parts(document);
            Assert.All(parts, part => Assert.InRange(part.Length, 0, preview.Limits.MessageLength));
            Assert.Equal(parts.Select(part => part.Raw), preview.Parts(document).Select(part => part.Raw));
        });
    }

    [Fact]
    public void The_local_page_reads_as_the_message_does() => Holds(document =>
    {
        var html = LocalRenderer.Render(document, path => $"/courses/{path}");
        Assert.Equal(NastyDocuments.Words([document]), NastyDocuments.Bare(WebUtility.HtmlDecode(Tag().Replace(html, ""))));
    });

    [Fact]
    public void The_local_page_has_only_our_own_elements() => Holds(document =>
    {
        var html = LocalRenderer.Render(document, path => $"/courses/{path}");
        Assert.All(Tag().Matches(html), tag => Assert.Matches(OurTag(), tag.Value));
        Assert.DoesNotContain("<", Tag().Replace(html, ""), StringComparison.Ordinal);
        Assert.DoesNotMatch("""(href|src)="(javascript|//|data)""", html);
    });

    [Fact]
    public void Discord_gets_no_active_mention() => Holds(document =>
    {
        foreach (var part in DocumentSplitter.Split(document, DiscordRenderer.Fits))
        {
            var content = DiscordRenderer.Render(part).Content;
            Assert.DoesNotMatch("@(everyone|here)|<@[!&]?[0-9]", content);
            Assert.DoesNotMatch("<(#|a?:|/|t:|id:)", EscapedOrCode().Replace(content, ""));
        }
    });

    [Fact]
    public void Slack_gets_no_active_mention() => Holds(document =>
    {
        foreach (var text in DocumentSplitter.Split(document, SlackRenderer.Fits).SelectMany(part => Texts(SlackRenderer.Render(part).ToJson())))
            Assert.DoesNotMatch("<[!@#]|@(everyone|here|channel)", text);
    });

    [Fact]
    public void Discord_shows_every_letter_in_its_order() =>
        Holds(document => AssertContainsInOrder(LettersBesideTables(document), DiscordRenderer.Render(document).Content));

    [Fact]
    public void Slack_shows_every_letter_in_its_order() =>
        Holds(document => AssertContainsInOrder(
            NastyDocuments.Words([new Document([.. document.Blocks.Where(block => block is not ButtonRow)])]), string.Concat(Texts(SlackRenderer.Render(document).Blocks))));

    [Fact]
    public void Slack_gets_no_more_blocks_than_it_takes() => Holds(document =>
        Assert.All(DocumentSplitter.Split(document, SlackRenderer.Fits), part => Assert.InRange(SlackRenderer.Render(part).Blocks.Count, 0, 50)));

    [Fact]
    public void Discord_gets_no_more_buttons_than_it_takes() => Holds(document =>
        Assert.All(DocumentSplitter.Split(document, DiscordRenderer.Fits), part =>
        {
            var rows = DiscordRenderer.Render(part).Rows;
            Assert.InRange(rows.Count, 0, 5);
            Assert.All(rows, row => Assert.InRange(row.Count, 1, 5));
            Assert.All(rows.SelectMany(row => row), button => Assert.InRange(button.Label.Length, 1, 80));
        }));

    private static void Holds(Action<Document> assert) => Check.One(NastyDocuments.Config, Prop.ForAll(NastyDocuments.All, assert));

    // A wide table names its columns again in each row, so its header is not in this order: example tests show it.
    private static string LettersBesideTables(Document document) =>
        NastyDocuments.Words([new Document([.. document.Blocks.Where(block => block is not (Table or ButtonRow))])]);

    private static void AssertContainsInOrder(string expected, string shown)
    {
        var at = 0;
        foreach (var letter in expected.Where(char.IsLetterOrDigit))
        {
            at = shown.IndexOf(letter, at) + 1;
            Assert.True(at > 0, $"'{letter}' is missing of: {expected}");
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject thing => thing.SelectMany(member => Texts(member.Value)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(p|h[3-5]|ul|ol|li|div|table|thead|tbody|tr|th|td|pre|code|strong|em|a|br|blockquote|figure|figcaption|img|button|span)( [a-z-]+(=\"[^\"<>]*\")?)*>$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OurTag();

    // From left to right, as Discord reads: what a backslash escapes, then code.
    [GeneratedRegex(@"\\[^A-Za-z0-9\s]|```.*?```|``.*?``|`[^`]*`", RegexOptions.Singleline, 5000)]
    private static partial Regex EscapedOrCode();
}
