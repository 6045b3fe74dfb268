namespace CohortBot.Courses.Reading;

/// <summary>Reads what a lab's conversation covers.</summary>
internal static class TopicReader
{
    /// <summary>The topics in their order.</summary>
    public static IReadOnlyList<Topic> Read(YamlFields lab, IReadOnlyList<YamlFields> covers)
    {
        if (lab.Has("covers") && covers.Count == 0)
            lab.File.Error(lab.LineOf("covers"), "covers_none");
        var topics = covers.Select(ReadOne).ToList();
        Ids.CheckUnique(lab.File, covers.Select((keys, at) => (topics[at].Id, keys.LineOf("id"))));
        return topics;
    }

    /// <summary>Notes where questions do not fit the choices of the card, and topics that have no question for somebody.</summary>
    public static void Check(IReadOnlyList<YamlFields> covers, IReadOnlyList<Topic> topics, CardShape card)
    {
        foreach (var (keys, topic) in covers.Zip(topics))
        {
            foreach (var (asked, question) in keys.Each("questions", example: null).Zip(topic.Questions))
                OnlyReader.Check(asked, question.Only, card.Fields);
            var always = topic.Questions.Where(question => question.When.Count == 0).Select(question => question.Only).ToList();
            if (keys.Has("questions") && !OnlyReader.CoversEverybody(always, card.Fields))
                keys.File.Error(keys.LineOf("questions"), "topic_for_everybody", ("topic", topic.Id));
        }
    }

    private static Topic ReadOne(YamlFields keys)
    {
        var id = keys.Text("id", "id: work_today");
        var about = keys.Text("about", "about: What you do today");
        var questions = keys.Each("questions", "questions: with at least one `ask`").Select(ReadQuestion).ToList();
        Ids.Check(keys.File, keys.LineOf("id"), id);
        var topic = new Topic(id, about, questions, [.. keys.Texts("looks_up", example: null).Select(word => word.Text)]);
        keys.RefuseUnknown();
        return topic;
    }

    private static TopicQuestion ReadQuestion(YamlFields keys)
    {
        var ask = keys.Written("ask", "ask: What is asked?");
        var when = keys.Texts("when", example: null);
        var only = OnlyReader.Read(keys);
        BodyReader.Read(keys.File, ask);
        if (keys.Has("when") && when.Count == 0)
            keys.File.Error(keys.LineOf("when"), "when_empty");
        keys.RefuseUnknown();
        return new TopicQuestion(ask?.Text.Trim() ?? "", [.. when.Select(word => word.Text)]) { Only = only };
    }
}
