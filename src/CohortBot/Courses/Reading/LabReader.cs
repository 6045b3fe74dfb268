using CohortBot.Chat.Documents;

namespace CohortBot.Courses.Reading;

/// <summary>Reads a lab: its <c>lab.yaml</c> and <c>prompt.yaml</c>.</summary>
internal static class LabReader
{
    /// <summary>The lab; what is wrong with it is noted. A lab that cannot be read at all stays in the list, so that its lesson is not blamed.</summary>
    public static Lab Read(CourseFile folder)
    {
        Ids.Check(folder, 1, Path.GetFileName(folder.Path));
        var prompt = Exists(folder, "prompt.yaml") is { } promptFile ? PromptReader.Read(promptFile, PromptVariables.Lab) : null;
        prompt ??= new Prompt { Name = "", Description = "", Template = "", Variables = [] };
        var id = new LabId(Path.GetFileName(folder.Path));
        if (Exists(folder, "lab.yaml") is { } file && file.ReadText() is { } text && YamlFile.Read(file, text, offset: 0) is { } keys)
            return ReadKeys(id, keys, prompt);
        return new Lab
        {
            Id = id,
            Title = "",
            Goal = "",
            MinimumExchanges = 0,
            Minutes = 0,
            Opening = Document.Empty,
            Closing = Document.Empty,
            Covers = [],
            Card = new CardShape("", []),
            Prompt = prompt,
        };
    }

    private static Lab ReadKeys(LabId id, YamlFields keys, Prompt prompt)
    {
        var covers = keys.Each("covers", "covers: with the topics of a good conversation");
        var topics = TopicReader.Read(keys, covers);
        var opening = keys.Written("opening", "opening: |");
        var lab = new Lab
        {
            Id = id,
            Title = keys.Text("title", "title: What people call it"),
            Goal = keys.Text("goal", "goal: You leave with …"),
            MinimumExchanges = keys.Number("minimum_exchanges", "minimum_exchanges: 3", least: 1, otherwise: 3),
            Minutes = keys.Number("minutes", "minutes: 20", least: 1),
            Counts = keys.OptionalText("counts"),
            Opening = BodyReader.Read(keys.File, opening),
            Closing = BodyReader.Read(keys.File, keys.Written("closing", "closing: |")),
            Covers = topics,
            Card = CardReader.Read(keys, topics),
            Prompt = prompt,
        };
        if (opening is not null && !EndsWithQuestion(lab.Opening))
            keys.File.Warn(opening.LineAt(opening.Text.TrimEnd().Length), "opening_question");
        if (topics.Count > 0 && topics.Count < lab.MinimumExchanges)
            keys.File.Warn(keys.LineOf("covers"), "covers_few", ("count", topics.Count), ("needed", lab.MinimumExchanges));
        TopicReader.Check(covers, topics, lab.Card);
        keys.RefuseUnknown();
        return lab;
    }

    private static bool EndsWithQuestion(Document opening) => DocumentText.Plain(opening).TrimEnd(' ', '\n', '"', '”', '’', '\'', ')').EndsWith('?');

    private static CourseFile? Exists(CourseFile folder, string name)
    {
        var file = folder.Inside(name);
        if (File.Exists(file.Path))
            return file;
        folder.Error(1, "lab_file_missing", ("file", name));
        return null;
    }
}
