using CohortBot.Chat.Documents;

namespace CohortBot.Tests.Chat.Documents;

/// <summary>How messages are cut, by example; a part holds so many characters of plain text.</summary>
public sealed class DocumentSplitterTests
{
    [Fact]
    public void A_message_that_fits_stays_as_it_is()
    {
        var document = new Document([Title("Hello"), Words("World.")]);
        Assert.Same(document, Assert.Single(DocumentSplitter.Split(document, _ => true)));
    }

    [Fact]
    public void A_section_that_fits_into_one_part_is_not_begun_at_the_end_of_the_part_before()
    {
        var parts = Split(new Document([Words("An opening."), Title("One"), Words("Aaaa aaaa."), Words("Bbbb bbbb."), Title("Two"), Words("Cccc cccc.")]), 38);
        Assert.Equal(["An opening.", "One\n\nAaaa aaaa.\n\nBbbb bbbb.", "Two\n\nCccc cccc."], parts);
    }

    [Fact]
    public void Small_sections_share_a_part()
    {
        var parts = Split(new Document([Title("One"), Words("A."), Title("Two"), Words("B."), Title("Three"), Words("C.")]), 20);
        Assert.Equal(["One\n\nA.\n\nTwo\n\nB.", "Three\n\nC."], parts);
    }

    [Fact]
    public void A_heading_goes_with_what_it_heads()
    {
        var parts = Split(new Document([Words("Twenty characters..."), new Heading(3, Run.Of("Part")), Words("Fifteen letters")]), 30);
        Assert.Equal(["Twenty characters...", "Part\n\nFifteen letters"], parts);
    }

    [Fact]
    public void A_note_and_buttons_stay_with_what_they_stand_under()
    {
        var parts = Split(new Document([Words("First paragraph here."), Words("The last one."), new Note(Run.Of("9 min")), new ButtonRow([new Button("Start lab", "lab start")])]), 45);
        Assert.Equal(["First paragraph here.", "The last one.\n\n9 min\n\n[ Start lab ]"], parts);
    }

    [Fact]
    public void The_last_sentence_goes_along_with_the_buttons_when_all_is_too_long()
    {
        var parts = Split(new Document([Words("This is one. This is two. This is three."), new ButtonRow([new Button("Start", "lab start")])]), 42);
        Assert.Equal(["This is one. This is two.", "This is three.\n\n[ Start ]"], parts);
    }

    [Fact]
    public void A_long_paragraph_is_cut_at_a_sentence_and_not_after_an_abbreviation() =>
        Assert.Equal(["It costs little.", "Take a map, e.g. this one, and go."], Split(new Document([Words("It costs little. Take a map, e.g. this one, and go.")]), 35));

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_at_a_word() =>
        Assert.Equal(["one two three", "four five six"], Split(new Document([Words("one two three four five six")]), 14));

    [Fact]
    public void A_word_that_is_too_long_is_cut_between_letters() =>
        Assert.Equal(["wwwww", "wwwww", "ww"], Split(new Document([Words(new string('w', 12))]), 5));

    [Fact]
    public void A_family_of_emoji_is_one_letter() =>
        Assert.Equal(["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦", "👍🏽e\u0301"], Split(new Document([Words("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👍🏽e\u0301")]), 12));

    [Fact]
    public void Words_keep_their_look_across_a_cut()
    {
        var runs = new[] { new Run("plain and "), new Run("bold words that go on", IsBold: true), new Run(" and end") };
        var parts = DocumentSplitter.Split(new Document([new Paragraph(runs)]), part => PlainText.Of(part).Length <= 20);
        Assert.Equal([new Run("plain and "), new Run("bold words", IsBold: true)], ((Paragraph)parts[0].Blocks[0]).Text);
        Assert.Equal(new Run("that go on", IsBold: true), ((Paragraph)parts[1].Blocks[0]).Text[0]);
    }

    [Fact]
    public void A_long_code_block_is_cut_between_lines_and_both_halves_are_code()
    {
        var parts = DocumentSplitter.Split(new Document([new CodeBlock("csharp", "var a = 1;\nvar b = 2;\n\n    var c = 3;")]), part => PlainText.Of(part).Length <= 24);
        Assert.Equal([new CodeBlock("csharp", "var a = 1;\nvar b = 2;\n"), new CodeBlock("csharp", "    var c = 3;")], parts.Select(part => (CodeBlock)Assert.Single(part.Blocks)));
    }

    [Fact]
    public void A_table_that_fits_alone_is_whole() =>
        Assert.Equal(["Some words before it.", "A | B\n1 | 2\n3 | 4"], Split(new Document([Words("Some words before it."), Grid("A B", "1 2", "3 4")]), 30));

    [Fact]
    public void A_long_table_is_cut_between_rows_and_its_header_comes_again() =>
        Assert.Equal(["A | B\n1 | 2\n3 | 4", "A | B\n5 | 6"], Split(new Document([Grid("A B", "1 2", "3 4", "5 6")]), 20));

    [Fact]
    public void A_list_is_cut_between_items_and_its_numbers_go_on() =>
        Assert.Equal(["1. one\n2. two", "3. three"], Split(new Document([new Bullets(IsNumbered: true, [Item("one"), Item("two"), Item("three")])]), 15));

    [Fact]
    public void A_sentence_that_announces_a_list_is_not_left_behind() =>
        Assert.Equal(["Some words.", "There are two:\n\n• one\n• two"], Split(new Document([Words("Some words."), Words("There are two:"), new Bullets(IsNumbered: false, [Item("one"), Item("two")])]), 30));

    [Fact]
    public void A_heading_longer_than_a_message_becomes_bold_words()
    {
        var parts = DocumentSplitter.Split(new Document([Title("one two three four"), Words("Text.")]), part => PlainText.Of(part).Length <= 10);
        Assert.DoesNotContain(parts, part => part.Blocks[^1] is Heading);
        Assert.Equal("one two three four Text.", string.Join(' ', parts.Select(PlainText.Of)).ReplaceLineEndings(" "));
    }

    [Fact]
    public void What_never_fits_is_still_there_once() =>
        Assert.Equal("abc", string.Concat(DocumentSplitter.Split(Document.Plain("abc"), _ => false).Select(PlainText.Of)));

    private static List<string> Split(Document document, int length) =>
        [.. DocumentSplitter.Split(document, part => PlainText.Of(part).Length <= length).Select(PlainText.Of)];

    private static Heading Title(string text) => new(2, Run.Of(text));

    private static Paragraph Words(string text) => new(Run.Of(text));

    private static BulletItem Item(string text) => new(Run.Of(text), []);

    private static Table Grid(params string[] lines)
    {
        var rows = lines.Select(line => (IReadOnlyList<IReadOnlyList<Run>>)[.. line.Split(' ').Select(Run.Of)]).ToList();
        return new Table(rows[0], rows[1..]);
    }
}
