using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using YamlDotNet.Serialization;

namespace CohortBot.Tests.Advisors;

/// <summary>The shipped course text, read in the simplest way that keeps its sections.</summary>
internal static class Shelf
{
    public static CourseShelf Shipped { get; } = Read();

    private static CourseShelf Read()
    {
        var shared = Directory.GetDirectories(Path.Combine(Repository.Root, "prompts"))
            .First(folder => folder.EndsWith("shared", StringComparison.Ordinal));
        var prompts = Directory.GetFiles(shared).ToDictionary(file => Path.GetFileNameWithoutExtension(file), ReadPrompt);
        var labs = Directory.GetDirectories(Path.Combine(Repository.Root, "prompts")).Where(folder => folder != shared).Select(ReadLab).ToList();
        var courses = Directory.GetDirectories(Path.Combine(Repository.Root, "lessons")).Where(folder => File.Exists(Path.Combine(folder, "course.md")))
            .Select(folder => ReadCourse(folder, labs)).ToList();
        var guides = Directory.GetFiles(Path.Combine(Repository.Root, "lessons", "guides"), "*.md").Select(ReadGuide).ToList();
        return new CourseShelf(courses, labs, guides, prompts);
    }

    private static Course ReadCourse(string folder, List<Lab> labs)
    {
        var id = new CourseId(Path.GetFileName(folder));
        var lessons = Directory.GetFiles(folder, "?-*.md").Order(StringComparer.Ordinal).Select(file =>
        {
            var (front, body) = Front(file);
            return new Lesson
            {
                Id = new LessonId(Text(front, "id")),
                Number = Path.GetFileName(file)[0] - '0',
                Title = Text(front, "title"),
                Summary = "",
                Minutes = 9,
                Quiz = [],
                Lab = labs.First(lab => lab.Id.Value == Text(front, "lab")),
                Body = body,
                Sources = Sources(front),
            };
        }).ToList();
        return new Course(id, Text(Front(Path.Combine(folder, "course.md")).Front, "title"), "", Document.Empty, lessons);
    }

    private static Guide ReadGuide(string file)
    {
        var (front, body) = Front(file);
        return new Guide(Path.GetFileNameWithoutExtension(file), Text(front, "title"), "", body, Sources(front));
    }

    private static List<Source> Sources(IDictionary<object, object> front) => [.. List(front, "sources").Select(item =>
        new Source("", Text(item, "organisation"), item.ContainsKey("year") && int.TryParse(Text(item, "year"), out var year) ? year : null, Text(item, "claim"), Text(item, "verdict"), null))];

    private static Prompt ReadPrompt(string file)
    {
        var yaml = Yaml(File.ReadAllText(file));
        return new Prompt
        {
            Name = Text(yaml, "name"),
            Description = "",
            Template = Text(yaml, "template"),
            Variables = [.. List(yaml, "input_variables").Select(item => new PromptVariable(Text(item, "name"), "", null, true))],
        };
    }

    private static Lab ReadLab(string folder)
    {
        var yaml = Yaml(File.ReadAllText(Path.Combine(folder, "lab.yaml")));
        return new Lab
        {
            Id = new LabId(Path.GetFileName(folder)),
            Title = Text(yaml, "title"),
            Goal = Text(yaml, "goal"),
            MinimumExchanges = 3,
            Minutes = 20,
            Opening = Document.Plain(Text(yaml, "opening")),
            Closing = Document.Plain(Text(yaml, "closing")),
            Covers = [.. List(yaml, "covers").Select(topic => new Topic(Text(topic, "id"), Text(topic, "about"),
                [.. List(topic, "questions").Select(question => new TopicQuestion(Text(question, "ask"), Strings(question, "when")) { Only = Only(question) })], Strings(topic, "looks_up")))],
            Card = ReadCard((IDictionary<object, object>)yaml["card"]),
            Prompt = ReadPrompt(Path.Combine(folder, "prompt.yaml")),
        };
    }

    private static CardShape ReadCard(IDictionary<object, object> card) => new(Text(card, "title"), [.. List(card, "fields").Select(field => new CardField
    {
        Only = Only(field), Id = Text(field, "id"), Label = Text(field, "label"), Kind = Enum.Parse<CardFieldKind>(Text(field, "kind"), ignoreCase: true),
        From = Strings(field, "from"), With = Strings(field, "with"), Of = Strings(field, "of"), Pick = field.ContainsKey("pick") ? int.Parse(Text(field, "pick"), null) : 1,
        AtLeast = field.ContainsKey("at_least") ? int.Parse(Text(field, "at_least"), null) : null,
        Needs = field.TryGetValue("needs", out var needs) ? ((IDictionary<object, object>)needs).ToDictionary(pair => (string)pair.Key, pair => (IReadOnlyList<string>)[.. ((List<object>)pair.Value).Select(need => need.ToString()!)]) : [],
        By = field.ContainsKey("by") ? Text(field, "by") : null, Otherwise = field.ContainsKey("otherwise") ? Text(field, "otherwise") : null,
        Options = [.. List(field, "options").Select(option => new CardOption(Text(option, "id"), Text(option, "says"), Strings(option, "cues"), Text(option, "because")) { Names = Strings(option, "names") })],
        Levels = [.. List(field, "levels").Select(level => new CardLevel(int.Parse(Text(level, "score"), null), Strings(level, "cues"), Text(level, "says")))],
        Says = field.TryGetValue("says", out var says) ? ((IDictionary<object, object>)says).ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value) : [],
    })]);

    private static OnlyWhere? Only(IDictionary<object, object> node) =>
        node.TryGetValue("only", out var only) ? ((IDictionary<object, object>)only).Select(pair => new OnlyWhere((string)pair.Key, (string)pair.Value)).Single() : null;

    private static (IDictionary<object, object> Front, Document Body) Front(string file)
    {
        var parts = File.ReadAllText(file).Split("---\n", 3);
        return (Yaml(parts[1]), new Document([.. parts[2].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Block)]));
    }

    private static Block Block(string text)
    {
        if (text.StartsWith("## ", StringComparison.Ordinal))
            return new Heading(2, Run.Of(text[3..]));
        if (text.StartsWith("![", StringComparison.Ordinal))
            return new Figure("", "", null);
        if (text.StartsWith('|'))
            return new Table([], [.. text.Split('\n').Skip(2).Select(row => (IReadOnlyList<IReadOnlyList<Run>>)[.. row.Trim('|', ' ').Split('|').Select(cell => Run.Of(Plain(cell.Trim())))])]);
        return text.StartsWith("- ", StringComparison.Ordinal)
            ? new Bullets(false, [.. text.Split('\n').Select(item => new BulletItem(Run.Of(Plain(item[2..])), []))])
            : new Paragraph(Run.Of(Plain(text)));
    }

    private static string Plain(string text) => text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

    private static Dictionary<object, object> Yaml(string text) => new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(text);

    private static string Text(IDictionary<object, object> node, string key) => node.TryGetValue(key, out var value) ? value?.ToString() ?? "" : "";

    private static IEnumerable<IDictionary<object, object>> List(IDictionary<object, object> node, string key) =>
        node.TryGetValue(key, out var value) && value is List<object> list ? list.Cast<IDictionary<object, object>>() : [];

    private static string[] Strings(IDictionary<object, object> node, string key) =>
        node.TryGetValue(key, out var value) && value is List<object> list ? [.. list.Select(item => item.ToString()!)] : [];
}
