using CohortBot.Chat.Documents;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Chat.Documents;

/// <summary>Messages with everything in them that has ever broken a chat: markup, mentions, emoji of many code points, words without end.</summary>
internal static class NastyDocuments
{
    private static readonly string[] Pieces =
    [
        "the", "answer", "is", "a", "map,", "e.g.", "Dr.", "Wait...", "Really?", "Yes!", "one:", "Übung", "naïve", "e\u0301tude", "日本語の文。", "العربية", "שלום", "\u202Eevil",
        "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "*bold*", "**", "_under_score_", "~~no~~", "`code`", "```", "``", "|", "||spoiler||", ">", ">>>", "#", "##", "-#", "-", "+", "1.", "12)",
        "[link](https://evil.example)", "https://evil.example/a_b", "](", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p>", "&amp;", "&", "\"quoted\"", "it's",
        "@everyone", "@here", "<@123456789012345678>", "<@!123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "<:wave:123456789012345678>", "</lab start:123456789012345678>",
        "<t:1700000000:R>", "<!channel>", "<!here|here>", "<@U0123ABC>", "<#C0123ABC|general>", "<https://evil.example|bank>", ":smile:", "\\", "\\*", "{{$name}}", "javascript:alert(1)", "\u0007", "\u0000x",
    ];

    private static readonly string?[] Urls = [null, null, null, "https://example.org/a_(b)?x=1&y=<2>", "http://example.org", "javascript:alert(1)", "/lessons/3", "//evil.example", "https://exa mple"];

    public static Arbitrary<Document> All { get; } = Arb.From(Gen.Choose(1, 12).SelectMany(count => Blocks.ListOf(count)).Select(blocks => new Document(Tidy([.. blocks]))), Shrink);

    /// <summary>Each case is a message of several thousand letters, cut many times over: the long form tries 3,000.</summary>
    public static Config Config { get; } = Cases.Config.WithMaxTest(Math.Min(Cases.Count, 3000));

    public static Gen<string> Text => Gen.Frequency(
        (30, Gen.Elements(Pieces).ListOf().Select(words => string.Join(' ', words))),
        (2, Gen.Elements(Pieces).NonEmptyListOf().Select(words => string.Join('\n', words))),
        (1, Gen.Choose(3000, 6000).Select(count => new string('w', count))),
        (1, Gen.Choose(1, 700).Select(count => string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", count)))),
        (2, Gen.Elements(Pieces).ListOf(400).Select(words => string.Join(' ', words))),
        (2, Gen.Choose(1, 300).Select(count => string.Join(' ', Enumerable.Range(1, count).Select(number => $"This is sentence {number}.")))));

    /// <summary>All that is to be read, without white space. The header of a table that was cut counts once.</summary>
    public static string Words(IEnumerable<Document> documents)
    {
        object? header = null;
        var words = documents.SelectMany(document => document.Blocks).SelectMany(block =>
        {
            var isAgain = block is Table same && ReferenceEquals(same.Header, header);
            header = block is Table table ? table.Header : null;
            return Words(block, isAgain);
        });
        return Bare(string.Concat(words));
    }

    /// <summary>A text without white space, without what nobody can see, and without the bars that stand between the cells of a table that became paragraphs.</summary>
    public static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter != '|'));

    private static IEnumerable<string> Words(Block block, bool isAgain) => block switch
    {
        Heading heading => Words(heading.Text),
        Paragraph paragraph => Words(paragraph.Text),
        Quote quote => Words(quote.Text),
        Note note => Words(note.Text),
        Bullets list => list.Items.SelectMany(item => Words(item.Text).Concat(item.Below.SelectMany(below => Words(below.Text)))),
        Table table => (isAgain ? table.Rows : table.Rows.Prepend(table.Header)).SelectMany(row => row).SelectMany(Words),
        CodeBlock code => [code.Text],
        Figure figure => [figure.Caption ?? ""],
        ButtonRow row => row.Buttons.Select(button => button.Label),
        _ => throw new ArgumentException(block.GetType().Name, nameof(block)),
    };

    private static IEnumerable<string> Words(IEnumerable<Run> runs) => runs.Select(run => run.Text);

    private static Gen<string> Short => Gen.Elements(Pieces).ListOf(3).Select(words => string.Join(' ', words));

    private static Gen<Run> Run =>
        from text in Text
        from look in Gen.Choose(0, 9)
        from url in Gen.Elements(Urls)
        select new Run(text, look is 1 or 4, look is 2 or 4, look is 3, url);

    private static Gen<IReadOnlyList<Run>> Runs => Gen.Choose(1, 3).SelectMany(count => Run.ListOf(count)).Select(runs => (IReadOnlyList<Run>)[.. runs]);

    private static Gen<IReadOnlyList<Run>> Cell => Gen.Frequency((12, Short.Select(CohortBot.Chat.Documents.Run.Of)), (1, Runs));

    private static Gen<BulletItem> Item =>
        from text in Gen.Frequency((8, Short.Select(CohortBot.Chat.Documents.Run.Of)), (1, Runs))
        from below in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 4))).SelectMany(count => Short.ListOf(count))
        select new BulletItem(text, [.. below.Select(word => new BulletItem(CohortBot.Chat.Documents.Run.Of(word), []))]);

    private static Gen<Block> Table =>
        from columns in Gen.Choose(1, 4)
        from header in Cell.ListOf(columns)
        from count in Gen.Choose(0, 15)
        from rows in Cell.ListOf(columns).ListOf(count)
        select (Block)new Table([.. header], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row])]);

    private static Gen<Block> Code =>
        from lines in Gen.Choose(1, 8).SelectMany(count => Text.ListOf(count))
        from language in Gen.Elements(null, "csharp", "c++", "```", "<script>")
        select (Block)new CodeBlock(language, string.Join('\n', lines));

    private static Gen<Block> Buttons =>
        from count in Gen.Choose(1, 7)
        from labels in Short.ListOf(count)
        from start in Gen.Choose(0, 100000)
        select (Block)new ButtonRow([.. labels.Select((label, index) => new Button($"{start + index} {label}", $"lab start lab:x number:{start + index}", (ButtonLook)(index % 3), index == 4 ? "https://example.org" : null))]);

    private static Gen<Block> Blocks => Gen.Frequency(
        (4, from level in Gen.Choose(1, 3) from text in Gen.Frequency((20, Short.Select(CohortBot.Chat.Documents.Run.Of)), (1, Runs)) select (Block)new Heading(level, text)),
        (8, Runs.Select(runs => (Block)new Paragraph(runs))),
        (3, from isNumbered in Gen.Elements(true, false) from items in Gen.Choose(1, 12).SelectMany(count => Item.ListOf(count)) from first in Gen.Choose(1, 90) select (Block)new Bullets(isNumbered, [.. items], first)),
        (2, Table),
        (2, Code),
        (1, Runs.Select(runs => (Block)new Quote(runs))),
        (1, from alt in Text from caption in Gen.Frequency((1, Gen.Constant<string?>(null)), (1, Text.Select(text => (string?)text))) select (Block)new Figure("lessons/a/map.svg", alt, caption)),
        (2, Gen.Frequency((10, Short.Select(CohortBot.Chat.Documents.Run.Of)), (1, Runs)).Select(runs => (Block)new Note(runs))),
        (2, Buttons));

    // A message that ends with a heading cannot be split without ending with one.
    private static IReadOnlyList<Block> Tidy(IReadOnlyList<Block> blocks) => blocks[^1] is Heading ? [.. blocks, new Paragraph(CohortBot.Chat.Documents.Run.Of("The end."))] : blocks;

    private static IEnumerable<Document> Shrink(Document document) =>
        Enumerable.Range(0, document.Blocks.Count)
            .Select(left => document.Blocks.Where((_, index) => index != left).ToList())
            .Where(blocks => blocks.Count > 0 && blocks[^1] is not Heading)
            .Select(blocks => new Document(blocks));
}
