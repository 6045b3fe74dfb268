using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Discord;

namespace CohortBot.Tests.Chat.Rendering.Discord;

/// <summary>What Discord gets, by example.</summary>
public sealed class DiscordRendererTests
{
    [Fact]
    public void A_lesson_is_markdown_with_small_print_a_file_and_buttons()
    {
        var message = DiscordRenderer.Render(new Document([
            new Heading(1, Run.Of("Four pillars")),
            new Note(Run.Of("10 min")),
            new Paragraph([new Run("Rate "), new Run("yourself", IsBold: true), new Run(", "), new Run("honestly", IsItalic: true), new Run(".")]),
            new Figure("lessons/roadmap/pillars.svg", "Four columns", "The shortest decides"),
            new ButtonRow([new Button("Start lab", "lab start lab:rate", ButtonLook.Primary)]),
        ]));
        Assert.Equal("# Four pillars\n-# 10 min\n\nRate **yourself**, *honestly*.\n\n-# The shortest decides", message.Content);
        Assert.Equal([new DiscordFile("lessons/roadmap/pillars.png", "pillars.png", "Four columns")], message.Files);
        Assert.Equal("""{"type":1,"components":[{"type":2,"style":1,"label":"Start lab","custom_id":"lab start lab:rate"}]}""", message.ToJson()["components"]![0]!.ToJsonString());
    }

    [Fact]
    public void Nobody_is_mentioned_and_no_link_is_unfolded()
    {
        var json = DiscordRenderer.Render(Document.Plain("Hello")).ToJson();
        Assert.Equal("""{"parse":[]}""", json["allowed_mentions"]!.ToJsonString());
        Assert.Equal(4, (int)json["flags"]!);
    }

    [Theory]
    [InlineData("*bold* _it_ ~no~ `x` ||s||", @"\*bold\* \_it\_ \~no\~ \`x\` \|\|s\|\|")]
    [InlineData("# no title", @"\# no title")]
    [InlineData("-# no small print", @"\-# no small print")]
    [InlineData("- no item", @"\- no item")]
    [InlineData("12. no item", @"12\. no item")]
    [InlineData("> no quote", @"\> no quote")]
    [InlineData("[text](https://evil.example)", @"\[text\](https\://evil.example)")]
    [InlineData("@everyone and @here", "@\u200Beveryone and @\u200Bhere")]
    [InlineData("<@123> <#4> <:x:5>", "\\<@\u200B123\\> \\<#4\\> \\<\\:x:5\\>")]
    [InlineData("</lab start:6> <t:7:R>", @"\</lab start:6\> \<t\:7:R\>")]
    [InlineData("C:\\temp a-b 1.5 it's (fine)", @"C:\\temp a-b 1.5 it's (fine)")]
    public void What_people_write_stays_what_they_wrote(string text, string content) => Assert.Equal(content, Content(new Paragraph(Run.Of(text))));

    [Theory]
    [InlineData("map", "https://example.org/a_(b)", "[map](<https://example.org/a_%28b%29>)")]
    [InlineData("https://example.org/", "https://example.org/", "<https://example.org/>")]
    [InlineData("https://bank.example", "https://evil.example/", "https\\://bank.example (<https://evil.example/>)")]
    [InlineData("run", "javascript:alert(1)", "run")]
    public void A_link_leads_where_it_says(string text, string url, string content) => Assert.Equal(content, Content(new Paragraph([new Run(text, Url: url)])));

    [Fact]
    public void A_narrow_table_is_aligned() => Assert.Equal(
        """
        ```
        Pillar | You
        -------+----
        Maths  | 4
        日本   | 👍
        ```
        """.ReplaceLineEndings("\n"),
        Content(Grid(["Pillar", "You"], ["Maths", "4"], ["日本", "👍"])));

    [Fact]
    public void A_wide_table_of_two_columns_is_a_list() => Assert.Equal(
        "*Advert*: *Share*\n- **a graduate degree that takes years**: 35% of all that were looked at\n- **none**: 15%",
        Content(Grid(["Advert", "Share"], ["a graduate degree that takes years", "35% of all that were looked at"], ["none", "15%"])));

    [Fact]
    public void A_wide_table_of_more_columns_names_them_in_each_row() => Assert.Equal(
        "*Pillar*\n- **Mathematics**\n  - 1: avoid formulas wherever that is possible\n  - 5: derive it and explain it to others",
        Content(Grid(["Pillar", "1", "5"], ["Mathematics", "avoid formulas wherever that is possible", "derive it and explain it to others"])));

    [Fact]
    public void A_table_with_links_is_a_list_because_code_has_none() => Assert.Equal(
        "*A*: *B*\n- **x**: [y](<https://example.org/>)",
        Content(new Table([Run.Of("A"), Run.Of("B")], [[Run.Of("x"), [new Run("y", Url: "https://example.org")]]])));

    [Fact]
    public void Code_cannot_end_its_own_block() => Assert.Equal("```csharp\nvar x = \"`\u200B`\u200B`\";\n```", Content(new CodeBlock("csharp", "var x = \"```\";")));

    [Fact]
    public void Code_with_ticks_stays_code_while_it_can()
    {
        Assert.Equal("`a` and `` b`c `` and d\\`\\`e", Content(new Paragraph([new Run("a", IsCode: true), new Run(" and "), new Run("b`c", IsCode: true), new Run(" and "), new Run("d``e", IsCode: true)])));
    }

    [Fact]
    public void Numbers_go_on_after_a_cut_and_items_have_items() => Assert.Equal(
        "3. three\n   - below\n4. four\n   and more",
        Content(new Bullets(IsNumbered: true, [new BulletItem(Run.Of("three"), [new BulletItem(Run.Of("below"), [])]), new BulletItem(Run.Of("four\nand more"), [])], From: 3)));

    [Fact]
    public void A_quote_marks_every_line() => Assert.Equal("> one\n> two", Content(new Quote(Run.Of("one\ntwo"))));

    [Fact]
    public void Two_thousand_characters_fit_and_one_more_does_not()
    {
        Assert.True(DiscordRenderer.Fits(Document.Plain(new string('a', 2000))));
        Assert.False(DiscordRenderer.Fits(Document.Plain(new string('a', 2001))));
        Assert.False(DiscordRenderer.Fits(Document.Plain(new string('*', 1001))));
    }

    [Fact]
    public void More_than_five_buttons_are_several_rows_and_the_same_one_comes_once()
    {
        var buttons = Enumerable.Range(1, 7).Select(number => new Button($"{number}", $"lab open number:{number}")).ToList();
        Assert.Equal([5, 2], DiscordRenderer.Render(new Document([new ButtonRow(buttons)])).Rows.Select(row => row.Count));
        Assert.False(DiscordRenderer.Fits(new Document([new ButtonRow([buttons[0], buttons[0]])])));
    }

    [Fact]
    public void A_command_too_long_for_a_button_is_our_fault() =>
        Assert.Throws<ArgumentException>(() => DiscordRenderer.Render(new Document([new ButtonRow([new Button("x", new string('y', 101))])])));

    [Fact]
    public void What_a_figure_shows_is_shortened_to_what_discord_takes() =>
        Assert.Equal(1024, DiscordRenderer.Render(new Document([new Figure("a.png", new string('x', 2000), null)])).Files[0].Description.Length);

    private static string Content(Block block) => DiscordRenderer.Render(new Document([block])).Content;

    private static Table Grid(string[] header, params string[][] rows) =>
        new([.. header.Select(Run.Of)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Select(Run.Of)])]);
}
