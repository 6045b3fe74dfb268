using CohortBot.Texts;
using static CohortBot.Tests.Courses.MiniLibrary;
using CourseProblem = CohortBot.Courses.CourseProblem;

namespace CohortBot.Tests.Courses;

/// <summary>What an author can get wrong: each is named with its file, its line and a mend, in every language.</summary>
public sealed class CourseFaultTests : IDisposable
{
    private static readonly TextCatalogue Texts = new();
    private readonly MiniLibrary _library = new();

    // The file, what is replaced, by what, the problem, and a piece of the line that it must name.
    public static IEnumerable<object[]> Edits =>
    [
        [Lesson, "minutes: 9\n", "", "missing_key", "id: market"],
        [Lesson, "minutes: 9", "minuts: 9", "unknown_key_near", "minuts"],
        [Lesson, "minutes: 9", "minutes: 9\ncolour: red", "unknown_key", "colour"],
        [Lesson, "minutes: 9", "minutes: soon", "not_a_number", "soon"],
        [Lesson, "minutes: 9", "minutes: 0", "not_a_number", "minutes: 0"],
        [Lesson, "title: The market", "title:", "empty_text", "title:"],
        [Lesson, "title: The market", "title: [The, market]", "not_text", "title:"],
        [Lesson, "title: The market", "title: The market: large", "yaml_bad", "large"],
        [Lesson, "title: The market", "title: One\ntitle: Two", "yaml_bad", "title: Two"],
        [Lesson, "[one, two, three]", "[one, two, three", "yaml_open", "[one"],
        [Lesson, "---\nid", "id", "no_front_matter", "id: market"],
        [Course, "]\n---\n", "]\n", "open_front_matter", "---"],
        [Lesson, "id: market", "id: The Market!", "bad_id", "id: The"],
        [Lesson, "lab: fit", "lab: fat", "lab_absent", "lab: fat"],
        [Second, "minutes: 8", "minutes: 8\nlab: fit", "lab_twice", "lab: fit"],
        [Second, "id: people", "id: market", "lesson_id_twice", "id: market"],
        [Course, "[market, people]", "[market]", "lesson_not_listed", "lessons"],
        [Course, "[market, people]", "[market, people, money]", "lesson_absent", "money"],
        [Course, "[market, people]", "[market, people, market]", "id_twice", "lessons"],
        [Lesson, "right: 4", "right: 5", "quiz_right", "right: 5"],
        [Lesson, "right: 4", "right: 0", "not_a_number", "right: 0"],
        [Lesson, "[one, two, three]", "[one, two]", "quiz_answers", "[one, two]"],
        [Lesson, "[one, two, three]", "[one, two, Two]", "quiz_same", "Two"],
        [Second, "  - { question: C?, answers: [a, b, c], right: 3, why: So. }\n", "", "quiz_count", "question: A?"],
        [Lesson, "verdict: confirmed", "verdict: sure", "verdict_unknown", "sure"],
        [Lesson, "year: 2024", "year: 20240", "year_far", "20240"],
        [Lesson, "claim: a share,", "claim: a share, or more,", "comma_in_braces", "or more"],
        [Lesson, "(layers.svg", "(lairs.svg", "figure_missing", "lairs"],
        [Lesson, "(layers.svg", "(../layers.svg", "figure_elsewhere", "../"],
        [Lesson, "(layers.svg", "(https://example.org/layers.svg", "figure_elsewhere", "layers.svg"],
        [Lesson, "(layers.svg", "(layers.bmp", "figure_kind", "bmp"],
        [Lesson, "![A building with three floors]", "![]", "figure_alt", "![]"],
        [Drawing, "<rect", "<script>alert(1)</script><rect", "svg_script", "script"],
        [Drawing, "<rect", "<rect onclick=\"alert(1)\"", "svg_script", "onclick"],
        [Drawing, "<rect", "<image href=\"https://example.org/a.png\"/><rect", "svg_outside", "href"],
        [Drawing, "url(#shade)", "url(https://example.org/a)", "svg_outside", "url("],
        [Drawing, "<rect", "<style>@import 'a.css';</style><rect", "svg_outside", "@import"],
        [Drawing, "<title>", "<titel>", "svg_broken", "</title>"],
        [Lesson, "| degree | 35% |", "| degree |", "markdown_UnequalTable", "| degree |"],
        [Lesson, "| degree | 35% |", "| degree | 35% | more |", "markdown_UnequalTable", "| degree"],
        [Lesson, "| degree | 35% |\n", "", "markdown_EmptyTable", "| What"],
        [Lesson, "| What | Share |\n| --- | --- |\n| degree | 35% |", "| a | b | c | d | e |\n|-|-|-|-|-|\n| 1 | 2 | 3 | 4 | 5 |", "markdown_WideTable", "| a | b"],
        [Lesson, "> Somebody", "> - Somebody", "markdown_InQuote", "Somebody"],
        [Lesson, "> Somebody said so.", "<b>Somebody</b> said so.", "markdown_Html", "<b>"],
        [Lesson, "> Somebody said so.", "<div>\nSomebody\n</div>", "markdown_Html", "<div>"],
        [Lesson, "> Somebody said so.", "    Somebody", "markdown_IndentedCode", "    Somebody"],
        [Lesson, "> Somebody said so.", "***", "markdown_Rule", "***"],
        [Lesson, "> Somebody said so.", "3. Somebody", "markdown_NumberStart", "3. Some"],
        [Lesson, "> Somebody said so.", "See ![this](layers.svg) here.", "markdown_ImageInText", "See"],
        [Lesson, "> Somebody said so.", "[this](mailto:a@example.org)", "markdown_Link", "mailto"],
        [Lesson, "> Somebody said so.", "[this][a]\n\n[a]: https://example.org", "markdown_Definition", "[a]:"],
        [Lesson, "  - below", "  - below\n    - deeper", "markdown_DeepList", "deeper"],
        [Lesson, "  - below", "  1. below", "markdown_NumberedBelow", "1. below"],
        [Lesson, "- one\n", "- one\n\n  and more\n", "markdown_LongItem", "and more"],
        [Lesson, "### A part", "#### A part", "markdown_DeepHeading", "A part"],
        [Lesson, "### A part", "###", "markdown_EmptyHeading", "###"],
        [Lesson, "print(1)\n```", "print(1)", "markdown_OpenCode", "```python"],
        [Second, "## Who", "# Who", "heading_title", "# Who"],
        [Second, "## Who", "### Who", "heading_skipped", "### Who"],
        [Guide, "## Engineer\n", "## Engineer of very many and very different things\n", "guide_heading_long", "## Engineer of"],
        [Guide, "Builds.", "", "section_empty", "## Engineer"],
        [Lab, "minimum_exchanges: 2", "minimum_exchanges: 0", "not_a_number", "minimum_exchanges"],
        [Lab, "goal: You leave with one layer.\n", "", "missing_key", "title: Where"],
        [Lab, "  **What do you do?**", "  <b>What?</b>", "markdown_Html", "<b>"],
        [Lab, "          - **two**", "          <i>two</i>", "markdown_Html", "<i>two"],
        [Lab, "      - ask: \"What do you do?\"\n", "", "topic_for_everybody", "- when"],
        [Lab, "[nurse, doctor]", "[]", "when_empty", "when"],
        [Lab, "- id: maths", "- id: work", "id_twice", "  - id: work#2"],
        [Lab, "kind: score", "kind: skore", "kind_unknown_near", "skore"],
        [Lab, "kind: score", "kind: extraordinary", "kind_unknown", "extraordinary"],
        [Lab, "      from: [work]", "      from: [werk]", "from_unknown", "werk"],
        [Lab, "by: layer", "by: lair", "field_unknown", "lair"],
        [Lab, "by: layer", "by: why", "field_wrong_kind", "by: why"],
        [Lab, "kind: sum\n      of: [counting]", "kind: sum\n      of: [layer]", "field_wrong_kind", "of: [layer]"],
        [Lab, "        practice: Build a thing.\n", "", "says_missing", "        research:"],
        [Lab, "        practice: Build a thing.", "        practice: Build a thing.\n        prose: Write.", "says_unknown", "prose"],
        [Lab, "        counting: Count something.", "        other: Count something.", "says_missing", "other: Count"],
        [Lab, "label: In your words, kind: quote", "label: In your words, only: { layer: prose }, kind: quote", "only_never", "prose"],
        [Lab, "label: In your words, kind: quote", "label: In your words, only: { lair: research }, kind: quote", "only_unknown", "lair"],
        [Lab, "label: In your words, kind: quote", "label: In your words, only: { layer: research, gap: counting }, kind: quote", "only_one", "gap: counting"],
        [Lab, "research: Read a paper.", "research: \"Read {paper}.\"", "field_unknown", "{paper}"],
        [Lab, "otherwise: practice", "otherwise: praxis", "otherwise_unknown", "praxis"],
        [Lab, "otherwise: 2", "otherwise: 3", "otherwise_unknown", "otherwise: 3"],
        [Lab, "cues: [build]", "cues: []", "cues_none", "cues: []"],
        [Lab, "cues: [build], ", "", "missing_key", "id: practice"],
        [Lab, "pick: 1", "pick: 3", "pick_many", "pick: 3"],
        [Lab, "pick: 1", "pick: 1\n      at_least: 2", "at_least_many", "at_least: 2"],
        [Lab, "pick: 1", "pick: 1\n      by: lair", "field_unknown", "lair"],
        [Lab, "pick: 1", "pick: 1\n      by: layer", "choice_below", "by: layer"],
        [Lab, "        research: [practice]\n", "", "says_missing", "        practice: [research"],
        [Lab, "research: [practice]", "prose: [practice]", "says_unknown", "prose"],
        [Lab, "research: [practice]", "research: [praxis]", "need_unknown", "praxis"],
        [Lab, "of: [layer]", "of: [counting, layer]", "field_wrong_kind", "of: [counting, layer]"],
        [Lab, "        - { id: research, says: Research, cues: [paper, theory], because: You read. }\n", "", "options_few", "id: practice"],
        [Lab, "label: Together", "label: Together\n      pick: 1", "unknown_key", "pick: 1#2"],
        [Prompt, "{{$goal}}", "{{$gaol}}", "template_unknown_near", "gaol"],
        [Prompt, "{{$goal}}", "{{$weather_tomorrow}}", "template_unknown", "weather"],
        [Prompt, "{{ $language }}", "{{ $covers }}", "template_undeclared", "covers"],
        [Prompt, "{{ $language }}", "{{ time.now }}", "template_call", "time.now"],
        [Prompt, "{{ $language }}", "{{ $language", "template_open", "{{ $language"],
        [Prompt, "name: language", "name: langage", "variable_not_given_near", "langage"],
        [Prompt, "name: language", "name: weather_tomorrow", "variable_not_given", "weather"],
        [Prompt, "template_format: semantic-kernel", "template_format: handlebars", "prompt_format", "handlebars"],
        [Prompt, "temperature: 0.6", "temperature: 2.5", "temperature", "2.5"],
        [Prompt, "name: fit", "name: fit-it", "prompt_name", "fit-it"],
        [CardPrompt, "$card_schema", "$exchange", "template_unknown", "exchange"],
    ];

    public static IEnumerable<object[]> Warnings =>
    [
        [Lab, "  **What do you do?**", "  Tell me what you do.", "opening_question", "Tell me"],
        [Lab, "minimum_exchanges: 2", "minimum_exchanges: 3", "covers_few", "- id: work"],
        [Lesson, "lab: fit\n", "", "lab_unused", ""],
        [Guide, "## Engineer\n\n", "", "guide_sections", "Builds"],
    ];

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_fault_is_named_with_file_line_and_mend(string file, string old, string replacement, string key, string lineWith) =>
        Check(file, old, replacement, key, lineWith, isError: true);

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_weakness_is_a_warning_with_file_line_and_mend(string file, string old, string replacement, string key, string lineWith) =>
        Check(file, old, replacement, key, lineWith, isError: false);

    [Theory]
    [InlineData(Drawing, "figure_missing", Lesson)]
    [InlineData(Course, "course_file_missing", "lessons/map")]
    [InlineData(Lab, "lab_file_missing", "prompts/fit")]
    [InlineData(Prompt, "lab_file_missing", "prompts/fit")]
    [InlineData(CardPrompt, "shared_missing", CardPrompt)]
    public void A_missing_file_is_named(string file, string key, string at)
    {
        _library.Delete(file);

        var problem = Assert.Single(_library.Read().Problems, problem => problem.IsError);

        Assert.Equal((at, key), (problem.File, problem.Key));
        CheckWords(problem);
    }

    [Fact]
    public void A_file_that_is_not_text_is_named()
    {
        File.WriteAllBytes(Path.Combine(_library.Root, Guide), [0x2d, 0xc3, 0x28]);

        Assert.Equal((Guide, "not_utf8"), Assert.Single(_library.Read().Problems.Select(problem => (problem.File, problem.Key))));
    }

    [Fact]
    public void Lengths_that_do_not_suit_a_chat_are_warnings()
    {
        _library.Write(Guide, _library.Text(Guide) + string.Concat(Enumerable.Repeat("Builds more. ", 250)));
        _library.Edit(Second, "## Where\n\n", "");
        _library.Edit(Lesson, " and we look at it again", "");

        var problems = _library.Read().Problems;

        Assert.All(problems, problem => Assert.False(problem.IsError));
        Assert.Equal(
            [(Guide, _library.LineOf(Guide, "## Engineer"), "passage_long"), (Lesson, _library.LineOf(Lesson, "An opening"), "lesson_length"), (Second, _library.LineOf(Second, "## Who"), "section_long")],
            problems.Select(problem => (problem.File, problem.Line, problem.Key)));
    }

    [Fact]
    public void A_file_with_keys_and_no_text_is_named()
    {
        _library.Edit(Guide, "## Engineer\n\nBuilds.", "");

        var problem = Assert.Single(_library.Read().Problems, problem => problem.IsError);

        Assert.Equal((Guide, 5, "body_empty"), (problem.File, problem.Line, problem.Key));
    }

    [Fact]
    public void A_lesson_that_cannot_be_read_is_the_only_one_blamed()
    {
        _library.Edit(Lesson, "[one, two, three]", "[one, two, three");

        Assert.Equal("yaml_open", Assert.Single(_library.Read().Problems).Key);
    }

    [Fact]
    public void A_lesson_whose_file_is_named_otherwise_is_a_warning()
    {
        _library.Write("lessons/map/02-people.md", _library.Text(Second));
        _library.Delete(Second);

        var problem = Assert.Single(_library.Read().Problems);

        Assert.Equal(("lessons/map/02-people.md", "lesson_file_name", false), (problem.File, problem.Key, problem.IsError));
        Assert.Contains("2-people.md", problem.Mend(Texts.In(Locale.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_may_be_left_free_for_a_lesson_that_is_still_to_come()
    {
        _library.Write("lessons/map/3-people.md", _library.Text(Second));
        _library.Delete(Second);

        Assert.Empty(_library.Read().Problems);
    }

    [Fact]
    public void Numbers_that_do_not_rise_in_the_order_of_the_list_are_a_warning()
    {
        _library.Write("lessons/map/3-market.md", _library.Text(Lesson));
        _library.Delete(Lesson);

        Assert.Equal(("lessons/map/2-people.md", "lesson_file_name"), Assert.Single(_library.Read().Problems.Select(problem => (problem.File, problem.Key))));
    }

    public void Dispose() => _library.Dispose();

    private void Check(string file, string old, string replacement, string key, string lineWith, bool isError)
    {
        _library.Edit(file, old, replacement);

        var problems = _library.Read().Problems;

        var problem = problems.FirstOrDefault(problem => problem.Key == key);
        Assert.True(problem is not null, $"Found instead: {string.Join(", ", problems.Select(other => $"{other.File}:{other.Line} {other.Key}"))}");
        Assert.Equal(isError, problem.IsError);
        if (key is not ("lesson_not_listed" or "lab_unused"))
            Assert.Equal(file, problem.File);
        if (file == problem.File)
            Assert.Equal(Line(file, lineWith), problem.Line);
        CheckWords(problem);
    }

    // "#2" asks for the second line that holds the piece.
    private int Line(string file, string lineWith)
    {
        var parts = lineWith.Split('#');
        if (parts.Length == 1 || parts[^1] != "2")
            return _library.LineOf(file, lineWith);
        var lines = _library.Text(file).Split('\n').Select((line, at) => (line, at)).Where(one => one.line.Contains(parts[0], StringComparison.Ordinal));
        return lines.ElementAt(1).at + 1;
    }

    private static void CheckWords(CourseProblem problem)
    {
        foreach (var locale in Locale.Offered)
        {
            Assert.NotEmpty(problem.Say(Texts.In(locale)));
            Assert.NotEmpty(problem.Mend(Texts.In(locale)));
        }
    }
}
