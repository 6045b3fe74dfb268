using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering.Local;

namespace CohortBot.Tests.Chat.Rendering.Local;

/// <summary>What the local channel's page gets, by example.</summary>
public sealed class LocalRendererTests
{
    [Fact]
    public void Words_become_elements_below_the_headings_of_the_page() => Assert.Equal(
        """<h3 dir="auto">Map</h3><p class="note" dir="auto">9 min</p><p dir="auto">A <strong>b</strong><br><em>c</em> <code>d</code></p><blockquote><p dir="auto">q</p></blockquote>""",
        Html(new Heading(1, Run.Of("Map")), new Note(Run.Of("9 min")), new Paragraph([new Run("A "), new Run("b", IsBold: true), new Run("\n"), new Run("c", IsItalic: true), new Run(" "), new Run("d", IsCode: true)]), new Quote(Run.Of("q"))));

    [Fact]
    public void A_table_can_be_scrolled_by_keyboard_and_names_its_columns() => Assert.Equal(
        """<div class="table" role="group" tabindex="0" aria-label="A, B"><table><thead><tr><th scope="col" dir="auto">A</th><th scope="col" dir="auto">B</th></tr></thead><tbody><tr><td dir="auto">1</td><td dir="auto">2</td></tr></tbody></table></div>""",
        Html(new Table([Run.Of("A"), Run.Of("B")], [[Run.Of("1"), Run.Of("2")]])));

    [Fact]
    public void A_figure_says_what_it_shows() => Assert.Equal(
        """<figure><img src="/files/map.svg" alt="A &quot;map&quot;" loading="lazy"><figcaption dir="auto">Ours</figcaption></figure>""",
        Html(new Figure("map.svg", "A \"map\"", "Ours")));

    [Fact]
    public void Buttons_carry_their_command_or_lead_to_their_page() => Assert.Equal(
        """<div class="buttons"><button type="button" class="button primary" data-action="lab start lab:x">Start</button><a class="button" href="/lessons/1">Read</a><span class="button">Bad</span></div>""",
        Html(new ButtonRow([new Button("Start", "lab start lab:x", ButtonLook.Primary), new Button("Read", "", Url: "/lessons/1"), new Button("Bad", "", Url: "javascript:alert(1)")])));

    [Fact]
    public void Numbers_go_on_after_a_cut() => Assert.Equal(
        """<ol start="3"><li dir="auto">c<ul><li dir="auto">d</li></ul></li></ol>""",
        Html(new Bullets(IsNumbered: true, [new BulletItem(Run.Of("c"), [new BulletItem(Run.Of("d"), [])])], From: 3)));

    [Fact]
    public void Code_is_shown_letter_by_letter() =>
        Assert.Equal("<pre tabindex=\"0\"><code>if (a &lt; b)\n    return &quot;x&quot;;</code></pre>", Html(new CodeBlock("csharp", "if (a < b)\n    return \"x\";")));

    [Theory]
    [InlineData("https://example.org/?a=1&b=2", """<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener">x</a>""")]
    [InlineData("/lessons/3", """<a href="/lessons/3">x</a>""")]
    [InlineData("#top", """<a href="#top">x</a>""")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData(" javascript:alert(1)", "x")]
    [InlineData("data:text/html,x", "x")]
    [InlineData("//evil.example", "x")]
    [InlineData("/\\evil.example", "x")]
    [InlineData("https://bank.example@evil.example", "x")]
    public void Only_web_addresses_and_our_own_pages_are_linked(string url, string html) =>
        Assert.Equal($"<p dir=\"auto\">{html}</p>", Html(new Paragraph([new Run("x", Url: url)])));

    [Fact]
    public void What_a_member_writes_is_never_an_element() =>
        Assert.Equal("<p dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt;</p>", Html(new Paragraph(Run.Of("<script>alert(1)</script>"))));

    [Fact]
    public void Characters_that_nobody_can_see_are_left_out() =>
        Assert.Equal("<p dir=\"auto\">ab\uFFFD</p>", Html(new Paragraph(Run.Of("a\0b\uD83D"))));

    private static string Html(params Block[] blocks) => LocalRenderer.Render(new Document(blocks), path => $"/files/{path}");
}
