using System.Text.RegularExpressions;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Documents.Markdown;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Chat.Documents.Markdown;

public sealed partial class LenientMarkdownPropertyTests
{
    private static readonly string[] Pieces =
    [
        "alpha", "Bravo", "charlie", "naïve", "日本", "😀", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "    ", "*", "**", "_", "`", "```", "~~~", "#", "## ", "- ", "1. ", "7. ",
        "> ", "|", "|---|---|", "| a | b |\n|---|---|\n", "[", "]", "(", ")", "![", "](https://example.org/delta)", "](ftp://example.org/echo)", "<b>", "</b>", "<!--", "-->",
        "<https://example.org/foxtrot>", "[golf]: https://example.org/hotel 'india'\n", "\\", "&", "---", "===", "\"", "'", ":", "\0", "{", "}", "$", "~",
    ];

    [Fact]
    public void Nothing_that_is_written_makes_the_reader_throw() =>
        Check.One(Cases.Config, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => MarkdownReader.ReadLenient(text ?? "") is not null));

    [Fact]
    public void No_word_is_lost() =>
        Check.One(Cases.Config.WithMaxTest(Cases.Count * 5), Prop.ForAll(Texts(), text =>
        {
            var said = Said(MarkdownReader.ReadLenient(text));
            return Words(text).All(word => said.Contains(word, StringComparison.Ordinal)).Label($"{text}\n=>\n{said}");
        }));

    [Fact]
    public void An_author_s_text_is_read_or_refused_and_never_throws() =>
        Check.One(Cases.Config, Prop.ForAll(Texts(), text => MarkdownReader.Read(text) is { } page
            && page.Blocks.All(block => block.Line >= 1 && block.Line <= text.Count(letter => letter is '\n' or '\r') + 1)));

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    private static string Said(Document document) =>
        $"{DocumentText.Plain(document)} {string.Join(' ', document.Blocks.SelectMany(Addresses))} {string.Join(' ', document.Blocks.OfType<CodeBlock>().Select(code => code.Language))}";

    // The address of a link is not said, and not lost either.
    private static IEnumerable<string?> Addresses(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.Select(run => run.Url),
        Heading heading => heading.Text.Select(run => run.Url),
        Quote quote => quote.Text.Select(run => run.Url),
        Bullets list => list.Items.SelectMany(item => item.Below.Prepend(item)).SelectMany(item => item.Text).Select(run => run.Url),
        Table table => table.Rows.Prepend(table.Header).SelectMany(row => row).SelectMany(cell => cell).Select(run => run.Url),
        _ => [],
    };

    // Numbers of a list belong to the list.
    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 5000)]
    private static partial Regex Word();
}
