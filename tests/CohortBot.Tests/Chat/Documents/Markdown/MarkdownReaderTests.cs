using CohortBot.Chat.Documents;
using CohortBot.Chat.Documents.Markdown;

namespace CohortBot.Tests.Chat.Documents.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Words_keep_their_look()
    {
        var runs = Runs("Plain **bold *both*** `a*b` [link **here**](https://example.org/x) &amp; \\*star\\*");

        Assert.Equal(
            [
                new Run("Plain "), new Run("bold ", IsBold: true), new Run("both", IsBold: true, IsItalic: true), new Run(" "), new Run("a*b", IsCode: true), new Run(" "),
                new Run("link ", Url: "https://example.org/x"), new Run("here", IsBold: true, Url: "https://example.org/x"), new Run(" & *star*"),
            ],
            runs);
    }

    [Fact]
    public void An_author_breaks_lines_as_it_suits_and_a_person_who_writes_means_it()
    {
        Assert.Equal("one two\nthree", DocumentText.Plain(MarkdownReader.Read("one\ntwo\\\nthree").Document));
        Assert.Equal("one\ntwo", DocumentText.Plain(MarkdownReader.ReadLenient("one\ntwo")));
    }

    [Fact]
    public void A_list_has_one_level_below()
    {
        var list = Assert.IsType<Bullets>(Assert.Single(MarkdownReader.Read("1. one\n   - below\n2. two").Document.Blocks));

        Assert.True(list.IsNumbered);
        Assert.Equal(["one", "two"], list.Items.Select(item => DocumentText.Plain(item.Text)));
        Assert.Equal("below", DocumentText.Plain(Assert.Single(list.Items[0].Below).Text));
    }

    [Fact]
    public void A_table_has_as_many_cells_in_each_row()
    {
        var table = Assert.IsType<Table>(Assert.Single(MarkdownReader.Read("| a | `b\\|c` |\n| --- | --- |\n| **1** | |").Document.Blocks));

        Assert.Equal(2, table.Header.Count);
        Assert.Equal(new Run("1", IsBold: true), Assert.Single(table.Rows[0][0]));
        Assert.Empty(table.Rows[0][1]);
    }

    [Fact]
    public void A_block_knows_its_line()
    {
        var page = MarkdownReader.Read("first\n\n## second\n\n- third\n\n```\nfourth\n```\n");

        Assert.Equal([1, 3, 5, 7], page.Blocks.Select(placed => placed.Line));
        Assert.Empty(page.Faults);
    }

    [Theory]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](data:text/html,x)")]
    [InlineData("[click](//example.org)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![picture](https://example.org/track.png)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void What_a_model_writes_leads_nowhere_but_to_the_web(string text)
    {
        var document = MarkdownReader.ReadLenient(text);

        Assert.DoesNotContain(document.Blocks, block => block is Figure);
        Assert.All(document.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Text), run => Assert.Null(run.Url));
        Assert.Equal(text.Trim('<', '>').Length, DocumentText.Plain(document).Trim('<', '>').Length);
    }

    [Theory]
    [InlineData("2026. That was the year.", "2026. That was the year.")]
    [InlineData("Before\n\n***\n\nafter", "Before\n\nafter")]
    [InlineData("#### Deep", "Deep")]
    [InlineData("    indented words", "indented words")]
    [InlineData("[a]: https://example.org 'said'", "[a]: https://example.org 'said'")]
    [InlineData("```python\nprint(1)", "print(1)")]
    [InlineData("1. a\n   1. b\n      1. c", "a\n1. b\n1. c")]
    public void What_messages_cannot_show_stays_as_words(string text, string words) =>
        Assert.Equal(words, DocumentText.Plain(MarkdownReader.ReadLenient(text)));

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("*a_")]
    [InlineData("- ")]
    [InlineData("|a|\n|-|\n")]
    public void Nesting_without_sense_is_read_all_the_same(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5000));

        Assert.NotNull(MarkdownReader.ReadLenient(text));
        Assert.NotNull(MarkdownReader.Read(text));
    }

    private static IReadOnlyList<Run> Runs(string text)
    {
        var page = MarkdownReader.Read(text);
        Assert.Empty(page.Faults);
        return Assert.IsType<Paragraph>(Assert.Single(page.Document.Blocks)).Text;
    }
}
