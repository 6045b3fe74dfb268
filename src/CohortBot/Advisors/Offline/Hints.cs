using CohortBot.Advisors.Cards;
using CohortBot.Courses;

namespace CohortBot.Advisors.Offline;

/// <summary>
/// What the lab's own rules see in a message: the option of the card, or the skill, that its words speak for. Said openly as a rule's result,
/// and a bridge from the member's everyday words to those of the course.
/// </summary>
internal static class Hints
{
    /// <summary>What the message speaks for and no earlier one did, or null.</summary>
    public static string? Of(LabConversation talk, TopicTrail trail)
    {
        var branch = new Branch(talk);
        var fields = talk.Lab.Card.Fields.Where(field => branch.Holds(field.Only)).ToList();
        var messages = talk.MemberWords.Zip(trail.Answered, (words, topic) => Find(fields, words, topic?.Id)).ToList();
        return messages is [.. var before, { } now] && !before.Contains(now) ? now : null;
    }

    private static string? Find(IReadOnlyList<CardField> fields, string words, string? topic)
    {
        var statements = new MemberMessage(words).Statements;
        return fields.Where(field => field.From.Count > 0 && topic is not null && field.From.Contains(topic))
            .SelectMany(field => Subjects(field, statements)).Where(subject => subject.Hits > 0)
            .OrderByDescending(subject => subject.Hits).Select(subject => subject.Name).FirstOrDefault();
    }

    private static IEnumerable<(string Name, int Hits)> Subjects(CardField field, IReadOnlyList<string> statements) => field.Kind switch
    {
        CardFieldKind.Choice => field.Options.Select(option => (option.Says, Count(statements, Cues.Of(option)))),
        CardFieldKind.Score => [(field.Label, Count(statements, [.. field.Levels.SelectMany(level => level.Cues)]))],
        _ => [],
    };

    private static int Count(IReadOnlyList<string> statements, IReadOnlyList<string> cues) =>
        statements.Sum(statement => Cues.In(statement, cues).Where(hit => !hit.IsNegated).DistinctBy(hit => hit.Cue).Count());
}
