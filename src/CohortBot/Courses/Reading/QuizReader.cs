namespace CohortBot.Courses.Reading;

/// <summary>Reads the three questions of a lesson.</summary>
internal static class QuizReader
{
    private const int Questions = 3;

    /// <summary>The questions.</summary>
    public static IReadOnlyList<QuizQuestion> Read(YamlFields keys)
    {
        var questions = keys.Each("quiz", "quiz: with three questions").Select(ReadOne).ToList();
        if (keys.Has("quiz") && questions.Count != Questions)
            keys.File.Error(keys.LineOf("quiz"), "quiz_count", ("count", questions.Count));
        return questions;
    }

    private static QuizQuestion ReadOne(YamlFields keys)
    {
        var file = keys.File;
        var question = keys.Text("question", "question: What is asked?");
        var answers = keys.Texts("answers", "answers: [one, two, three]");
        var right = keys.Number("right", "right: 2", least: 1);
        var why = keys.Text("why", "why: why the right answer is right");
        if (keys.Has("answers") && answers.Count is < 3 or > 4)
            file.Error(keys.LineOf("answers"), "quiz_answers", ("count", answers.Count));
        if (answers.Count > 0 && right > answers.Count)
            file.Error(keys.LineOf("right"), "quiz_right", ("right", right), ("count", answers.Count));
        foreach (var twice in answers.GroupBy(answer => answer.Text, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            file.Error(twice.Last().Line, "quiz_same", ("answer", twice.Key));
        keys.RefuseUnknown();
        return new QuizQuestion(question, [.. answers.Select(answer => answer.Text)], right, why);
    }
}
