using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Slack;

namespace CohortBot.Tests.Chat.Rendering.Slack;

/// <summary>What Slack gets, by example.</summary>
public sealed class SlackRendererTests
{
    [Fact]
    public void A_lesson_is_header_context_markdown_and_actions()
    {
        var message = SlackRenderer.Render(new Document([
            new Heading(1, Run.Of("Four pillars")),
            new Note(Run.Of("10 min")),
            new Heading(2, Run.Of("Rate yourself")),
            new Paragraph([new Run("Be "), new Run("honest", IsBold: true), new Run(".")]),
            new Bullets(IsNumbered: false, [new BulletItem(Run.Of("maths"), [])]),
            new ButtonRow([new Button("Start lab", "lab start lab:rate", ButtonLook.Primary)]),
        ]));
        Assert.Equal(
            [
                """{"type":"header","text":{"type":"plain_text","text":"Four pillars","emoji":false}}""",
                """{"type":"context","elements":[{"type":"plain_text","text":"10 min","emoji":false}]}""",
                """{"type":"markdown","text":"## Rate yourself\n\nBe **honest**.\n\n- maths"}""",
                """{"type":"actions","elements":[{"type":"button","action_id":"press-1","text":{"type":"plain_text","text":"Start lab","emoji":false},"style":"primary","value":"lab start lab:rate"}]}""",
            ],
            message.Blocks.Select(block => block!.ToJsonString()));
        Assert.StartsWith("Four pillars\n\n10 min", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_a_table() => Assert.Equal(
        "| A | B |\n| --- | --- |\n| x\\|y | `1\\|2` |",
        Markdown(new Table([Run.Of("A"), Run.Of("B")], [[Run.Of("x|y"), [new Run("1|2", IsCode: true)]]])));

    [Theory]
    [InlineData("<!channel> & <@U123>", "&lt;!channel&gt; &amp; &lt;@U123&gt;")]
    [InlineData("@here *now*", "@\u200Bhere \\*now\\*")]
    [InlineData("1. no item", @"1\. no item")]
    public void What_people_write_stays_what_they_wrote(string text, string markdown) => Assert.Equal(markdown, Markdown(new Paragraph(Run.Of(text))));

    [Fact]
    public void Mentions_are_broken_where_no_escape_is_read()
    {
        var message = SlackRenderer.Render(new Document([new Heading(1, Run.Of("<!channel>")), new CodeBlock(null, "<!here> <@U1>")]));
        Assert.Equal("<\u200B!channel>", (string?)message.Blocks[0]!["text"]!["text"]);
        Assert.Equal("```\n<\u200B!here> <\u200B@U1>\n```", (string?)message.Blocks[1]!["text"]);
        Assert.DoesNotContain('<', message.Text);
    }

    [Fact]
    public void Small_print_with_a_link_uses_the_markup_of_slack() => Assert.Equal(
        """{"type":"mrkdwn","text":"See *2 \u0026lt; 3* at \u003Chttps://example.org/|here\u003E"}""",
        SlackRenderer.Render(new Document([new Note([new Run("See "), new Run("2 < 3", IsBold: true), new Run(" at "), new Run("here", Url: "https://example.org")])])).Blocks[0]!["elements"]![0]!.ToJsonString());

    [Fact]
    public void Code_with_fences_gets_a_longer_fence() => Assert.Equal("````\n```\n````", Markdown(new CodeBlock(null, "```")));

    [Fact]
    public void Twelve_thousand_characters_fit_and_one_more_does_not()
    {
        Assert.True(SlackRenderer.Fits(Document.Plain(new string('a', 12000))));
        Assert.False(SlackRenderer.Fits(Document.Plain(new string('a', 12001))));
    }

    [Fact]
    public void Fifty_blocks_fit_and_one_more_does_not()
    {
        Assert.True(SlackRenderer.Fits(new Document([.. Enumerable.Repeat(new Note(Run.Of("x")), 50)])));
        Assert.False(SlackRenderer.Fits(new Document([.. Enumerable.Repeat(new Note(Run.Of("x")), 51)])));
    }

    [Fact]
    public void Every_button_has_its_own_id_and_a_title_too_long_for_a_header_is_markdown()
    {
        var row = new ButtonRow([new Button("a", "x"), new Button("b", "x")]);
        var message = SlackRenderer.Render(new Document([new Heading(1, Run.Of(new string('t', 151))), row, row]));
        Assert.Equal("markdown", (string?)message.Blocks[0]!["type"]);
        Assert.Equal(["press-1", "press-2", "press-3", "press-4"], message.Blocks.Skip(1).SelectMany(block => block!["elements"]!.AsArray()).Select(button => (string?)button!["action_id"]));
    }

    [Fact]
    public void A_figure_is_a_file_with_what_it_shows()
    {
        var message = SlackRenderer.Render(new Document([new Figure("a/map.svg", "A map", "Ours")]));
        Assert.Equal([new SlackFile("a/map.png", "Ours", "A map")], message.Files);
        Assert.Equal("context", (string?)Assert.Single(message.Blocks)!["type"]);
    }

    private static string? Markdown(Block block) => (string?)Assert.Single(SlackRenderer.Render(new Document([block])).Blocks)!["text"];
}
